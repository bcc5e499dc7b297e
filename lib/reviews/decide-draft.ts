import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { contentHash } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { canDecide, mayJudge } from '@/lib/reviews/model'
import { decisionViews } from '@/lib/reviews/queries'
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
    const intent = meant(readContent(deed, standing), standing)
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

/** What an edit says, read by the kind of what it edits. */
function readContent(deed: DecideDraftInput, { artifact }: Standing): ReadDeed {
  if (deed.verdict !== 'edit') return deed
  const read = findKind(artifact.kind).content.safeParse(deed.content)
  if (read.success) return { ...deed, content: read.data }
  const issues = read.error.issues.map(({ path, message }) => ({
    path: ['body', 'content', ...path].join('.'),
    message,
  }))
  throw new AppError('invalid', issues.map(({ path, message }) => `${path}: ${message}`).join('; '), {
    reason: 'invalid-input',
    issues,
  })
}

/** An edit that changes nothing is an approval. A version of before lacks fields that the edit has empty. */
function meant(deed: ReadDeed, standing: Standing): ReadDeed {
  if (deed.verdict !== 'edit') return deed
  const read = findKind(standing.artifact.kind).content.parse(standing.content)
  if (contentHash(deed.content) !== contentHash(read)) return deed
  const { content: _same, ...rest } = deed
  return { ...rest, verdict: 'approve' }
}
