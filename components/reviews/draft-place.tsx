'use client'

import type { Ref } from 'react'
import type { DeskSession } from '@/components/reviews/desk-session'
import type { DeskState } from '@/components/reviews/desk-state'
import { GuidelinePlace } from '@/components/reviews/guideline-place'
import { PlainPlace } from '@/components/reviews/plain-place'
import type { ArtifactKind } from '@/lib/artifacts/model'
import type { DeskItem, DeskItemOf } from '@/lib/reviews/schema'

export type PlaceHandle = { edit: () => void; save: () => void }

export type PlaceProps<Kind extends ArtifactKind = ArtifactKind> = {
  ref?: Ref<PlaceHandle>
  project: string
  person: string
  item: DeskItemOf<Kind>
  progress: { at: number; of: number }
  mode: DeskState['mode']
  lost: boolean
  session: DeskSession
  /** Tells a screen reader what happened. */
  say: (what: 'unchanged') => void
}

type Props = Omit<PlaceProps, 'item'> & { item: DeskItem }

/** One draft with what belongs beside it. Each draft has its own, so that nothing of one shows beside another. */
export function DraftPlace({ item, ...rest }: Props) {
  switch (item.version.kind) {
    case 'guideline':
      return <GuidelinePlace item={item as DeskItemOf<'guideline'>} {...rest} />
    default:
      return <PlainPlace item={item} {...rest} />
  }
}
