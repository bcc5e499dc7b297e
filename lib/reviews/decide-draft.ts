import { endComparison } from '@/lib/artifacts/comparisons/end-comparison'
import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { ArtifactKind, Content, EvidenceOf } from '@/lib/artifacts/model'
import { measureEdit } from '@/lib/artifacts/origin/measure-edit'
import { type ProposedVersion, proposeVersion } from '@/lib/artifacts/propose-version'
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
    return record(tx, actor, { deed: intent, standing })
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

type ReadDeed =
  | Exclude<DecideDraftInput, { verdict: 'edit' }>
  | (DecideDraftInput & { verdict: 'edit'; content: Content })

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

/** An edit is of the same thing, and nothing is wrong with it. What the check measured goes with the edit. */
async function checkEdit(
  tx: Tx,
  actor: ProjectActor,
  { content, standing }: { content: Content; standing: Standing },
): Promise<EvidenceOf<ArtifactKind> | undefined> {
  const { artifact } = standing
  const kind = findKind(artifact.kind)
  if (!kind.isSame(kind.content.parse(standing.content), content))
    throw new AppError('invalid', kind.fixed.message, { reason: kind.fixed.reason })
  const at = { projectId: actor.project.id, corpusId: artifact.corpusId, within: tx }
  const { issues, evidence } = await kind.check(content, at)
  if (issues.length === 0) return evidence
  const { reason, message } = kind.faulty
  throw new AppError('invalid', message, {
    reason,
    params: { count: issues.length },
    issues: issues.map(({ path, code, message }) => ({
      path: `body.content.${path}`,
      message: message ?? code,
    })),
  })
}

async function record(
  tx: Tx,
  actor: ProjectActor,
  { deed, standing }: { deed: ReadDeed; standing: Standing },
): Promise<string> {
  const { artifact, versionId } = standing
  const edited = deed.verdict === 'edit' ? await proposeEdit(tx, actor, { ...deed, standing }) : null
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
      sample: deed.sample,
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
  await endComparison(tx, versionId)
  await audit(tx, actor, {
    action: 'draft.decided',
    subjectKind: 'version',
    subjectId: versionId,
    projectId: actor.project.id,
    data: {
      verdict: deed.verdict,
      decisionId: id,
      kind: artifact.kind,
      key: artifact.key,
      number: standing.number,
    },
  })
  return id
}

async function proposeEdit(
  tx: Tx,
  actor: ProjectActor,
  { content, standing }: { content: Content; standing: Standing },
): Promise<ProposedVersion> {
  const evidence = await checkEdit(tx, actor, { content, standing })
  const { artifact, versionId: parentId } = standing
  const author = { kind: 'person' as const, id: actor.id }
  const edited = await proposeVersion(tx, author, { artifact, content, evidence, parentId })
  await measureEdit(tx, {
    versionId: edited.id,
    kind: artifact.kind,
    before: standing.content,
    after: content,
  })
  return edited
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
