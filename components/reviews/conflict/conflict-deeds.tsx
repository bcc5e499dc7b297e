'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { useProposeTyped } from '@/components/reviews/conflict/conflict.query'
import { sectionsOf } from '@/components/reviews/content-sections'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { TextLink } from '@/components/ui/text-link'
import { type Content, type SomeContent, titleOf } from '@/lib/artifacts/model'
import type { Conflict } from '@/lib/reviews/conflicts/schema'

// Fetched when two texts really have to be merged.
const MergeDialog = lazy(() => import('@/components/reviews/conflict/merge-dialog'))

type Props = {
  project: string
  title: string
  conflict: Conflict | undefined
  /** What was typed; it is lost by nothing that happens here. */
  mine: SomeContent
  /** The merged text is to be decided at the desk, over this draft. */
  onDesk: (versionId: string, content: Content) => void
  /** The merged text waits in the queue for others. */
  onProposed: () => void
}

/** What can be done with a text that was typed over a draft which others decided or took: merge it with theirs, copy it. */
export function ConflictDeeds({ project, title, conflict, mine, onDesk, onProposed }: Props) {
  const t = useTranslations('conflict')
  const [merging, setMerging] = useState(false)
  const propose = useProposeTyped(project, () => {
    setMerging(false)
    onProposed()
  })
  if (propose.data)
    return (
      <TextLink href={`/p/${project}/library?state=all&artifact=${propose.data.artifactId}`}>
        {t('proposed')}
      </TextLink>
    )
  const target = conflict && mergeTarget(conflict)
  const finish = (content: Content) => {
    if (!target) return
    if (target.state === 'waiting') {
      setMerging(false)
      onDesk(target.id, content)
    } else propose.mutate({ artifact: target.artifactId, base: target.id, content })
  }
  return (
    <>
      {target && (
        <Button size="sm" onClick={() => setMerging(true)}>
          {t('merge')}
        </Button>
      )}
      <CopyButton text={asText(mine)} label={t('copy')} />
      {merging && conflict && target && (
        <Suspense>
          <MergeDialog
            title={t('title', { title })}
            names={namesOf(t, conflict, target)}
            base={conflict.base.content}
            theirs={target.content}
            mine={mine.content}
            deed={t(target.state === 'waiting' ? 'toDesk' : 'toQueue')}
            busy={propose.isPending}
            error={propose.error}
            onMerged={finish}
            onClose={() => setMerging(false)}
          />
        </Suspense>
      )}
    </>
  )
}

/** The text to merge with: what came after the draft, or the draft itself as it was decided. None while somebody is at it. */
export function mergeTarget({ base, theirs, holder }: Conflict): Conflict['base'] | null {
  if (theirs) return theirs
  return holder || isOpen(base.state) ? null : base
}

const isOpen = (state: string) => state === 'waiting' || state === 'disputed'

export function namesOf(
  t: ReturnType<typeof useTranslations<'conflict'>>,
  { base, decided }: Pick<Conflict, 'base' | 'decided'>,
  target: Conflict['base'],
) {
  const by = target.id === base.id ? (decided?.by ?? target.author) : target.author
  return {
    theirs: t('side.theirs', { by, number: target.number }),
    mine: t('side.mine', { number: base.number }),
  }
}

export function asText(of: SomeContent): string {
  const lines = sectionsOf(of).map(({ lines }) => lines.join('\n'))
  return [titleOf(of).title.en, ...lines].filter(Boolean).join('\n\n')
}
