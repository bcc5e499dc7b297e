import {
  chooseLessons,
  type PastDecision,
  type SelectedLessons,
  type TaughtAbout,
} from '@/lib/artifacts/lessons/model'
import { findWithdrawn } from '@/lib/artifacts/lessons/read-lessons'

/** The lessons for one draft, chosen at the moment of asking: what was withdrawn since the job began is not told any more. */
export async function selectLessons(
  decisions: readonly PastDecision[],
  about: TaughtAbout,
): Promise<SelectedLessons> {
  for (let left = decisions; ; ) {
    const selected = chooseLessons(left, about)
    const withdrawn = await findWithdrawn(selected.decisionIds)
    if (withdrawn.size === 0) return selected
    left = left.filter(({ id }) => !withdrawn.has(id))
  }
}
