import { checkContent } from '@/lib/artifacts/kinds/guideline/check-content'
import { type GuidelineContent, guidelineContentSchema } from '@/lib/artifacts/kinds/guideline/content'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { contentHash } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { canDecide, mayJudge, placeFor } from '@/lib/reviews/model'
import { decisionViews, readQueue } from '@/lib/reviews/queries'
import { holdArtifact, readStanding, type Standing } from '@/lib/reviews/read-standing'
import { refuseDecision } from '@/lib/reviews/refuse-decision'
import type { DecideDraftInput, DecisionView, QueueCounts } from '@/lib/reviews/schema'

/** Decides one draft: decision, version, draft, place and audit row, or nothing. The same request key again gives the first answer. */
export async function decideDraft(
  actor: ProjectActor,
  deed: DecideDraftInput,
): Promise<{ decision: DecisionView; counts: QueueCounts }> {
  refuseDecision(mayJudge(actor))
  const id = await db.$transaction(async (tx) => {
    await holdArtifact(tx, deed.versionId)
    const standing = await readStanding(tx, actor, deed)
    const intent = meant(deed, standing)
    if (standing.sent) return firstAnswer(standing.sent, intent)
    refuseDecision(canDecide(actor, standing, intent))
    return record(tx, actor, { deed: intent, standing })
  })
  const [[decision], counts] = await Promise.all([decisionViews([id]), readQueue(actor)])
  return { decision: decision!, counts }
}

/** The decision that this request key has made already. It answers for no other decision than itself. */
function firstAnswer(sent: NonNullable<Standing['sent']>, deed: DecideDraftInput): string {
  if (sent.versionId !== deed.versionId || sent.verdict !== deed.verdict)
    refuseDecision({ reason: 'request-key-reused' })
  return sent.id
}

/** An edit that changes nothing is an approval. A version of before lacks fields that the edit has empty. */
function meant(deed: DecideDraftInput, standing: Standing): DecideDraftInput {
  if (deed.verdict !== 'edit') return deed
  const read = guidelineContentSchema.parse(standing.content)
  if (contentHash(deed.content) !== contentHash(read)) return deed
  const { content: _same, ...rest } = deed
  return { ...rest, verdict: 'approve' }
}

/** An edit is of the same guideline, and its examples are in the corpus. */
async function checkEdit(
  tx: Tx,
  { content, standing }: { content: GuidelineContent; standing: Standing },
): Promise<void> {
  const { artifact, language } = standing
  if (content.label !== artifact.key || content.language !== language)
    throw new AppError(
      'invalid',
      'A guideline keeps its label and its language. Write the rest as you like.',
      {
        reason: 'label-fixed',
      },
    )
  const faults = artifact.corpusId ? await checkContent(artifact.corpusId, content, tx) : []
  if (faults.length)
    throw new AppError(
      'invalid',
      `${faults.length} examples do not fit the corpus. Take them out or choose others.`,
      {
        reason: 'content-faulty',
        params: { count: faults.length },
        issues: faults.map(({ field, index, code }) => ({
          path: `body.content.${field}.${index}`,
          message: code,
        })),
      },
    )
}

async function record(
  tx: Tx,
  actor: ProjectActor,
  { deed, standing }: { deed: DecideDraftInput; standing: Standing },
): Promise<string> {
  const { artifact, versionId } = standing
  if (deed.verdict === 'edit') await checkEdit(tx, { content: deed.content, standing })
  const edited =
    deed.verdict === 'edit'
      ? await proposeVersion(
          tx,
          { kind: 'person', id: actor.id },
          { artifact, content: deed.content, parentId: versionId },
        )
      : null
  const given = {
    projectId: actor.project.id,
    reviewerId: actor.id,
    requestKey: deed.requestKey,
    elapsedMs: deed.elapsedMs,
  }
  const { id } = await tx.decision.create({
    data: {
      ...given,
      versionId,
      contentHash: standing.contentHash,
      verdict: deed.verdict,
      comment: deed.comment,
      reasonCode: deed.verdict === 'reject' ? deed.reasonCode : null,
      resultVersionId: edited?.id ?? null,
    },
    select: { id: true },
  })
  if (edited) {
    const { id: editedId, contentHash } = edited
    await tx.decision.create({ data: { ...given, versionId: editedId, contentHash, verdict: 'approve' } })
  }
  if (deed.verdict === 'skip') await giveBack(tx, actor, standing)
  else if (deed.verdict === 'reject') await settle(tx, actor, { artifact, versionId, state: 'rejected' })
  else await settle(tx, actor, { artifact, versionId: edited?.id ?? versionId, state: 'approved' })
  await audit(tx, actor, {
    action: 'draft.decided',
    subjectKind: 'version',
    subjectId: versionId,
    projectId: actor.project.id,
    data: { verdict: deed.verdict, decisionId: id, key: artifact.key, number: standing.number },
  })
  return id
}

async function giveBack(tx: Tx, actor: ProjectActor, { versionId, places }: Standing): Promise<void> {
  const number = placeFor(actor, places)?.number
  await tx.$executeRaw`
    UPDATE review_slot SET holder_id = NULL, leased_until = NULL
    WHERE version_id = ${versionId}::uuid AND number = ${number}`
}

/** Ends the wait of a version. A new approval takes the place of the one before it. */
async function settle(
  tx: Tx,
  actor: ProjectActor,
  to: { artifact: { id: string }; versionId: string; state: 'approved' | 'rejected' },
): Promise<void> {
  await tx.$executeRaw`
    WITH closed AS (
      UPDATE review_slot SET closed_at = now()::timestamp, holder_id = ${actor.id}
      WHERE version_id = ${to.versionId}::uuid AND closed_at IS NULL),
    replaced AS (
      UPDATE draft SET state = 'superseded'
      WHERE ${to.state} = 'approved' AND state = 'approved' AND version_id <> ${to.versionId}::uuid
        AND version_id IN (SELECT id FROM version WHERE artifact_id = ${to.artifact.id}::uuid))
    UPDATE draft SET state = ${to.state}, settled_at = now()::timestamp WHERE version_id = ${to.versionId}::uuid`
}
