import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { refuseUnwarmed } from '@/lib/reviews/gold/warm-up/refuse-unwarmed'
import { canDecide, mayJudge } from '@/lib/reviews/model'
import { readIntent } from '@/lib/reviews/read-intent'
import { holdArtifact, readStanding, type Standing } from '@/lib/reviews/read-standing'
import { type ReadDeed, recordDecision } from '@/lib/reviews/record-decision'
import { refuseDecision } from '@/lib/reviews/refuse-decision'
import type { DecideDraftInput } from '@/lib/reviews/schema'

/** An edit of a format is tried on a thousand answers before it counts. */
const CHECKED_WITHIN = { timeout: 30_000 }

/**
 * Decision, version, draft, place and audit row, or nothing. The same request key again gives the first answer. Returns the
 * decision's id.
 */
export async function commitDecision(actor: ProjectActor, deed: DecideDraftInput): Promise<string> {
  refuseDecision(mayJudge(actor))
  return db.$transaction(async (tx) => {
    await holdArtifact(tx, deed.versionId)
    const standing = await readStanding(tx, actor, deed)
    const intent = readIntent(deed, standing)
    if (standing.sent) return firstAnswer(standing.sent, intent)
    refuseDecision(canDecide(actor, standing, intent))
    await refuseUnwarmed(tx, actor, standing.artifact.kind)
    return recordDecision(tx, actor, { deed: intent, standing, role: 'reviewer' })
  }, CHECKED_WITHIN)
}

/** The decision that this request key has made already. It answers for no other decision than itself. */
function firstAnswer(sent: NonNullable<Standing['sent']>, deed: ReadDeed): string {
  if (sent.versionId !== deed.versionId || sent.verdict !== deed.verdict)
    refuseDecision({ reason: 'request-key-reused' })
  return sent.id
}
