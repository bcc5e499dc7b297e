import type { QueueCounts } from '@/components/reviews/desk-state'

export type Emptiness = 'skipped' | 'others' | 'done' | 'nothing'

/** Why the desk has nothing to show. What one can do something about comes first. */
export function emptinessOf(counts: QueueCounts | null): Emptiness {
  if (!counts) return 'nothing'
  if (counts.skippedByMe > 0) return 'skipped'
  if (counts.heldByOthers > 0) return 'others'
  return counts.decidedByMe > 0 ? 'done' : 'nothing'
}
