'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { conflictQuery } from '@/components/reviews/conflict/conflict.query'
import { mergeTarget, namesOf } from '@/components/reviews/conflict/conflict-deeds'
import { useConflictSentence } from '@/components/reviews/conflict/conflict-sentence'
import { someContent } from '@/components/reviews/content-sections'
import { KeptTexts } from '@/components/reviews/kept-text'
import { typedFrom } from '@/components/reviews/typed-from'
import { useTitle } from '@/components/reviews/use-title'
import { Button } from '@/components/ui/button'
import type { Content } from '@/lib/artifacts/model'
import type { VersionView } from '@/lib/artifacts/schema'

const MergeDialog = lazy(() => import('@/components/reviews/conflict/merge-dialog'))

export type MergingProps = {
  project: string
  person: string
  /** The version that was changed. */
  changing: VersionView
  error: unknown
  busy: boolean
  /** What is typed. */
  mine: () => Content
  /** Sends the merged text as the version after `base`. */
  onMerged: (content: Content, base: string) => void
}

/** Somebody else's text came while this one was typed: both are merged, and go where theirs is. */
export function ChangeConflict(props: MergingProps) {
  const { project, person, changing } = props
  const t = useTranslations('conflict')
  const says = useConflictSentence()
  const title = useTitle()
  const router = useRouter()
  const [mine, setMine] = useState<Content | null>(null)
  const isConflict = CONFLICTS.includes(reasonOf(props.error))
  const { data } = useQuery({ ...conflictQuery(project, changing.id), enabled: isConflict })
  const target = data && mergeTarget(data)
  if (!isConflict || !data || !target || target.id === changing.id) return null
  function finish(content: Content) {
    if (!target) return
    if (target.state !== 'waiting') return props.onMerged(content, target.id)
    const typed = typedFrom(someContent(changing.kind, content))
    new KeptTexts(window.localStorage, person).keep(target.id, { typed, comment: '', at: Date.now() })
    router.push(`/p/${project}/queue?version=${target.id}` as never)
  }
  return (
    <p className="flex flex-wrap items-center gap-2 pt-1">
      <span>{says(data)}</span>
      <Button size="sm" onClick={() => setMine(props.mine())}>
        {t('merge')}
      </Button>
      {mine && (
        <Suspense>
          <MergeDialog
            title={t('title', { title: title(changing) })}
            names={namesOf(t, data, target)}
            base={changing.content}
            theirs={target.content}
            mine={mine}
            deed={t(target.state === 'waiting' ? 'toDesk' : 'toQueue')}
            busy={props.busy}
            onMerged={finish}
            onClose={() => setMine(null)}
          />
        </Suspense>
      )}
    </p>
  )
}

const CONFLICTS = ['changed-meanwhile', 'draft-waits']

function reasonOf(error: unknown): string {
  const body = error instanceof Error && 'body' in error ? (error.body as { reason?: string }) : null
  return body?.reason ?? ''
}
