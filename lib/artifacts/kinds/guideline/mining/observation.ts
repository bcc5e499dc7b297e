import type { UnitSpan } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import type { Offsets } from '@/lib/tasks/model'

/** Where in the evidence an observation is counted. `first` and `last` become `inside`. */
export const sections = [
  'frequent',
  'lengths',
  'shapes',
  'before',
  'after',
  'first',
  'last',
  'heads',
  'introducing',
  'neighbours',
  'nesting',
  'ends',
  'types',
  'between',
  'order',
  'companions',
  'roles',
  'several',
  'fillers',
  'words',
] as const
export type Section = (typeof sections)[number]

/**
 * One thing that holds of one item. `wider`, in UTF-16 units, is the mention with what stands beside it; `mention` and `tail`
 * are what it is about, where that is not the item itself: what fills a role.
 */
export type Observation = {
  section: Section
  key: string
  wider?: { start: number; end: number }
  mention?: string
  tail?: Offsets | undefined
}
export type Emit = (of: UnitSpan, seen: Observation) => void
