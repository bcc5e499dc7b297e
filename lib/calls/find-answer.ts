import { findAnswers } from '@/lib/calls/find-answers'
import { gatherWork } from '@/lib/platform/gather-work'

/** The call that answers a request of a project, or is about to; many are looked up at once. */
export const findAnswer = gatherWork(async (projectId: string, hashes: string[]) => {
  const found = await findAnswers(projectId, hashes)
  return hashes.map((hash) => found.get(hash))
})
