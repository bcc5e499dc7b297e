import type { UnitSpan } from '@/lib/artifacts/kinds/guideline/mining/read-gold'

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
] as const
export type Section = (typeof sections)[number]

/** One thing that holds of one mention. `wider`, in UTF-16 units, is the mention with what stands beside it. */
export type Observation = { section: Section; key: string; wider?: { start: number; end: number } }
export type Emit = (of: UnitSpan, seen: Observation) => void
