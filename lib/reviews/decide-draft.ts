import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { canDecide, mayJudge } from '@/lib/reviews/model'
import { decisionViews } from '@/lib/reviews/queries'
import { readIntent } from '@/lib/reviews/read-intent'
import { readQueue } from '@/lib/reviews/read-queue'
import { holdArtifact, readStanding, type Standing } from '@/lib/reviews/read-standing'
import { type ReadDeed, recordDecision } from '@/lib/reviews/record-decision'
import { refuseDecision } from '@/lib/reviews/refuse-decision'
import type { DecideDraftInput, DecisionView, QueueCounts } from '@/lib/reviews/schema'

/** An edit of a format is tried on a thousand answers before it counts. */
const CHECKED_WITHIN = { timeout: 30_000 }

/** Decides one draft: decision, version, draft, place and audit row, or nothing. The same request key again gives the first answer. */
export async function decideDraft(
  actor: ProjectActor,
  deed: DecideDraftInput,
): Promise<{ decision: DecisionView; counts: QueueCounts }> {
  refuseDecision(mayJudge(actor))
  const id = await db.$transaction(async (tx) => {
    await holdArtifact(tx, deed.versionId)
    const standing = await readStanding(tx, actor, deed)
    const intent = readIntent(deed, standing)
    if (standing.sent) return firstAnswer(standing.sent, intent)
    refuseDecision(canDecide(actor, standing, intent))
    return recordDecision(tx, actor, { deed: intent, standing, role: 'reviewer' })
  }, CHECKED_WITHIN)
  const [[decision], counts] = await Promise.all([decisionViews([id]), readQueue(actor)])
  return { decision: decision!, counts }
}

/** The decision that this request key has made already. It answers for no other decision than itself. */
function firstAnswer(sent: NonNullable<Standing['sent']>, deed: ReadDeed): string {
  if (sent.versionId !== deed.versionId || sent.verdict !== deed.verdict)
    refuseDecision({ reason: 'request-key-reused' })
  return sent.id
}
