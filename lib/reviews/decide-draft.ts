import type { ProjectActor } from '@/lib/projects/model'
import { commitDecision } from '@/lib/reviews/commit-decision'
import { decisionViews } from '@/lib/reviews/queries'
import { readQueue } from '@/lib/reviews/read-queue'
import type { DecideDraftInput, DecisionView, QueueCounts } from '@/lib/reviews/schema'

/** Decides one draft, and says what the decision is and what waits. */
export async function decideDraft(
  actor: ProjectActor,
  deed: DecideDraftInput,
): Promise<{ decision: DecisionView; counts: QueueCounts }> {
  const id = await commitDecision(actor, deed)
  const [[decision], counts] = await Promise.all([decisionViews([id]), readQueue(actor)])
  return { decision: decision!, counts }
}
