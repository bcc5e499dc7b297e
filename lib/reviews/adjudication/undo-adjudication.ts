import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { readDispute } from '@/lib/reviews/adjudication/queries'
import type { Dispute } from '@/lib/reviews/adjudication/schema'
import { undoDecision } from '@/lib/reviews/undo-decision'

/** Takes back the caller's adjudication, while nothing was built on it: reviewers disagree about the draft again. */
export async function undoAdjudication(
  actor: ProjectActor,
  input: { version: string; requestKey: string },
): Promise<Dispute> {
  requireRole(actor, 'lead')
  const { adjudication } = await readDispute(actor, input)
  if (!adjudication)
    throw new AppError('conflict', 'This dispute is open already.', { reason: 'already-undone' })
  await undoDecision(actor, { decisionId: adjudication.decisionId, requestKey: input.requestKey })
  return readDispute(actor, input)
}
