import type { ProjectActor } from '@/lib/projects/model'
import { commitDecision } from '@/lib/reviews/commit-decision'
import { answerGold } from '@/lib/reviews/gold/answer-gold'
import type { Feedback } from '@/lib/reviews/gold/schema'
import { decisionViews } from '@/lib/reviews/queries'
import { readQueue } from '@/lib/reviews/read-queue'
import type { DecideDraftInput, DecisionView, QueueCounts } from '@/lib/reviews/schema'

/** Decides one draft, or answers a gold question that looks like one; says what the decision is and what waits. */
export async function decideDraft(
  actor: ProjectActor,
  deed: DecideDraftInput,
): Promise<{ decision: DecisionView; counts: QueueCounts; feedback: Feedback | null }> {
  const answered = await answerGold(actor, deed)
  if (answered) return { ...answered, counts: await readQueue(actor) }
  const id = await commitDecision(actor, deed)
  const [[decision], counts] = await Promise.all([decisionViews([id]), readQueue(actor)])
  return { decision: decision!, counts, feedback: null }
}
