'use client'

import { useQuery } from '@tanstack/react-query'
import { Award } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { useProject } from '@/components/projects/current-project'
import { versionGoldQuery } from '@/components/reviews/gold/gold.query'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { ArtifactKind } from '@/lib/artifacts/model'

const GoldDialog = lazy(() => import('@/components/reviews/gold/gold-dialog'))

/** For leads, beside a version whose decisions stand: is it a gold question, and make it one. */
export function GoldMark({ version, kind }: { version: string; kind: ArtifactKind }) {
  const { allows } = useProject()
  return allows('lead') && kind !== 'node' ? <Mark version={version} /> : null
}

function Mark({ version }: { version: string }) {
  const t = useTranslations('goldQuestions.dialog')
  const { slug } = useProject()
  const { data } = useQuery(versionGoldQuery(slug, version))
  const [isOpen, setOpen] = useState(false)
  if (!data || (data.id === null && data.verdict === null)) return null
  return (
    <div className="-ml-2.5">
      <Button size="sm" variant="quiet" onClick={() => setOpen(true)}>
        <Award aria-hidden className={data.id ? 'text-waiting' : undefined} />
        {t(data.id ? 'is' : 'mark')}
      </Button>
      {isOpen && (
        <Suspense>
          <GoldDialog project={slug} version={version} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}

/** The same in a row of a list, where whether it is one is looked up when it is asked for. */
export function GoldRowMark({ version, title }: { version: string; title: string }) {
  const t = useTranslations('goldQuestions.dialog')
  const { slug } = useProject()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton icon={Award} size="sm" label={t('markOf', { title })} onClick={() => setOpen(true)} />
      {isOpen && (
        <Suspense>
          <GoldDialog project={slug} version={version} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
