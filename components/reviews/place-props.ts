import type { Ref } from 'react'
import type { DeskSession } from '@/components/reviews/desk-session'
import type { DeskState } from '@/components/reviews/desk-state'
import type { ArtifactKind } from '@/lib/artifacts/model'
import type { DeskItemOf } from '@/lib/reviews/schema'

/** What the bar below can ask of the place on the screen. */
export type PlaceHandle = { edit: () => void; save: () => void; approve: () => void }

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
