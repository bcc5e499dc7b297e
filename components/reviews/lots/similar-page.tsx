'use client'

import { Layers } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useState } from 'react'
import { DecideTogether } from '@/components/reviews/lots/decide-together'
import { LotList } from '@/components/reviews/lots/lot-list'
import { useSimilar } from '@/components/reviews/lots/lots.query'
import { useBothLanguages } from '@/components/reviews/use-title'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { type ArtifactKind, libraryKinds, type SomeContent, titleOf } from '@/lib/artifacts/model'
import type { LotDraft } from '@/lib/reviews/lots/schema'

/** What waits in groups that say nearly the same: looked through and decided together. */
export function SimilarPage({ project }: { project: string }) {
  const t = useTranslations('lots')
  const kinds = useTranslations('library.kinds')
  const kindChoice = parseAsStringLiteral(libraryKinds).withDefault('guideline')
  const [kind, setKind] = useQueryState('kind', kindChoice)
  const { data, error, isPending, refetch } = useSimilar(project, kind)
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 p-4">
      <div className="flex flex-wrap items-center gap-3">
        <Select
          size="sm"
          label={t('kind')}
          value={kind}
          onChange={(next) => void setKind(next)}
          options={libraryKinds.map((value) => ({ value, label: kinds(value) }))}
        />
        {data && <p className="text-muted">{t('looked', { count: data.looked })}</p>}
      </div>
      {error && <ErrorState error={error} retry={() => refetch()} />}
      {isPending && <Skeleton className="h-40" />}
      {data?.groups.length === 0 && (
        <EmptyState icon={Layers} title={t('none')}>
          {t('noneWhy')}
        </EmptyState>
      )}
      {data?.groups.map((group) => (
        <Group key={group.items[0]!.version.id} project={project} kind={kind} {...group} />
      ))}
    </div>
  )
}

type GroupProps = { project: string; kind: ArtifactKind; likeness: number; items: readonly LotDraft[] }

function Group({ project, kind, likeness, items }: GroupProps) {
  const t = useTranslations('lots')
  const format = useFormatter()
  const inWords = useBothLanguages()
  const [chosen, setChosen] = useState<Set<string>>(new Set())
  const [verdict, setVerdict] = useState<'approve' | 'reject' | null>(null)
  const wanted = items.filter(({ version }) => chosen.has(version.id))
  return (
    <section className="rounded-md border border-line px-3 pt-2 pb-3">
      <header className="flex flex-wrap items-center gap-2">
        <h2 className="font-semibold">{t('group', { count: items.length })}</h2>
        <p className="text-muted text-xs">
          {t('likeness', { share: format.number(likeness, { style: 'percent' }) })}
        </p>
        <span className="flex-1" />
        <Button size="sm" disabled={wanted.length === 0} onClick={() => setVerdict('approve')}>
          {t('approve', { count: wanted.length })}
        </Button>
        <Button size="sm" disabled={wanted.length === 0} onClick={() => setVerdict('reject')}>
          {t('reject', { count: wanted.length })}
        </Button>
      </header>
      <LotList
        drafts={items}
        chosen={chosen}
        onChosen={setChosen}
        show={({ version }) => (
          <p className="line-clamp-3 text-muted">
            {inWords(titleOf({ kind: version.kind, content: version.content } as SomeContent).excerpt)}
          </p>
        )}
      />
      {verdict && (
        <DecideTogether
          {...{ project, kind, verdict }}
          drafts={wanted}
          onClose={() => {
            setVerdict(null)
            setChosen(new Set())
          }}
        />
      )}
    </section>
  )
}
