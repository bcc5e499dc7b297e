import { endComparison } from '@/lib/artifacts/comparisons/end-comparison'
import type { Content } from '@/lib/artifacts/model'
import { audit } from '@/lib/platform/audit'
import { KEEP_PLAN, type Tx } from '@/lib/platform/db'
import { timeId } from '@/lib/platform/time-id'
import type { ProjectActor } from '@/lib/projects/model'
import { tellLeads } from '@/lib/reviews/adjudication/tell-leads'
import { LOT } from '@/lib/reviews/lots/model'
import {
  type DeciderRole,
  outcomeOf,
  placeFor,
  type ReasonCode,
  type SampleMarks,
  type Verdict,
  type Vote,
} from '@/lib/reviews/model'
import { proposeEdit } from '@/lib/reviews/propose-edit'
import type { Standing } from '@/lib/reviews/read-standing'
import { readingMs } from '@/lib/reviews/reading/model'
import type { DecideDraftInput } from '@/lib/reviews/schema'
import { settleDraft } from '@/lib/reviews/settle-draft'

/** A decision whose edit, if it is one, has been read by the kind of what it edits. */
export type ReadDeed =
  | Exclude<DecideDraftInput, { verdict: 'edit' }>
  | (DecideDraftInput & { verdict: 'edit'; content: Content })

/**
 * Writes a decision that is allowed: its rows, the text of an edit, the place it was made from, the audit row; and settles the draft
 * when it was the last that was asked for. Inside `holdArtifact`. Returns the decision's id.
 */
export async function recordDecision(
  tx: Tx,
  actor: ProjectActor,
  of: { deed: ReadDeed; standing: Standing; role: DeciderRole },
): Promise<string> {
  const { deed, standing, role } = of
  const { id, vote } = await writeRows(tx, actor, of)
  const outcome = outcomeOf(standing.overlap, vote ? [...standing.votes, vote] : standing.votes)
  await passPlace(tx, actor, { standing, isVote: vote !== null })
  if (outcome.state !== 'waiting') {
    const { artifact, versionId } = standing
    await settleDraft(tx, { artifactId: artifact.id, versionId, outcome })
    await endComparison(tx, versionId)
    if (outcome.state === 'disputed')
      await tellLeads(tx, actor, { projectId: actor.project.id, disputed: [standing.versionId] })
  }
  const { artifact, versionId, number } = standing
  await audit(tx, actor, {
    action: 'draft.decided',
    subjectKind: 'version',
    subjectId: versionId,
    projectId: actor.project.id,
    // The log is open to those who have yet to decide: while they do, it does not say how others did.
    data: {
      ...(outcome.state !== 'waiting' || !vote ? { verdict: deed.verdict } : {}),
      ...(role === 'lead' && { role }),
      ...{ decisionId: id, kind: artifact.kind, key: artifact.key, number },
    },
  })
  return id
}

/** An edit is two decisions: `edit` of what was shown, and `approve` of the new text. */
async function writeRows(
  tx: Tx,
  actor: ProjectActor,
  { deed, standing, role }: { deed: ReadDeed; standing: Standing; role: DeciderRole },
): Promise<{ id: string; vote: Vote | null }> {
  const { versionId, contentHash } = standing
  const edited = deed.verdict === 'edit' ? await proposeEdit(tx, actor, { ...deed, standing }) : null
  const given = {
    ...{ projectId: actor.project.id, reviewerId: actor.id, role },
    ...{ requestKey: deed.requestKey, elapsedMs: deed.elapsedMs },
    readingMs: isRead({ deed, standing, role }) ? readingMs(standing.content) : 0,
  }
  const id = await insertDecision(tx, {
    ...{ ...given, versionId, contentHash },
    ...{ verdict: deed.verdict, comment: deed.comment, sample: deed.sample },
    reasonCode: deed.verdict === 'reject' ? deed.reasonCode : null,
    resultVersionId: edited?.versionId ?? null,
  })
  if (edited) await insertDecision(tx, { ...given, ...edited, verdict: 'approve' })
  if (deed.verdict === 'skip') return { id, vote: null }
  const text = deed.verdict === 'reject' ? null : (edited ?? { versionId, contentHash })
  return { id, vote: { reviewerId: actor.id, role, text } }
}

type NewDecision = {
  projectId: string
  versionId: string
  contentHash: string
  reviewerId: string
  role: DeciderRole
  verdict: Verdict
  reasonCode?: ReasonCode | null
  comment?: string
  resultVersionId?: string | null
  sample?: SampleMarks | undefined
  elapsedMs: number
  readingMs: number
  requestKey: string
}

async function insertDecision(tx: Tx, row: NewDecision): Promise<string> {
  const id = timeId()
  const sample = row.sample === undefined ? null : JSON.stringify(row.sample)
  await tx.$executeRaw`
    ${KEEP_PLAN} INSERT INTO decision (id, project_id, version_id, content_hash, reviewer_id, role, verdict, reason_code, comment,
      result_version_id, sample, elapsed_ms, reading_ms, request_key, created_at)
    VALUES (${id}::uuid, ${row.projectId}::uuid, ${row.versionId}::uuid, ${row.contentHash}, ${row.reviewerId}, ${row.role},
      ${row.verdict}, ${row.reasonCode ?? null}, ${row.comment ?? ''}, ${row.resultVersionId ?? null}::uuid, ${sample}::jsonb,
      ${row.elapsedMs}::int, ${row.readingMs}::int, ${row.requestKey}, clock_timestamp()::timestamp)`
  return id
}

/**
 * What was decided in a lot was looked through together, nodes of the taxonomy are voted on side by side, and a lead reads a dispute,
 * not a draft: their time says nothing of reading.
 */
function isRead({
  deed,
  standing,
  role,
}: {
  deed: ReadDeed
  standing: Standing
  role: DeciderRole
}): boolean {
  const isAlone = standing.artifact.kind !== 'node' && !deed.requestKey.includes(LOT)
  return deed.verdict !== 'skip' && role === 'reviewer' && isAlone
}

/** The place closes with a vote and is free again after a skip; neither way does the draft come to the same person again. */
async function passPlace(
  tx: Tx,
  actor: ProjectActor,
  { standing: { versionId, places }, isVote }: { standing: Standing; isVote: boolean },
): Promise<void> {
  const number = placeFor(actor, places)?.number ?? null
  await tx.$executeRaw`
    ${KEEP_PLAN} UPDATE review_slot SET passed_by = array_append(array_remove(passed_by, ${actor.id}), ${actor.id}),
      holder_id = CASE WHEN number <> ${number}::int THEN holder_id WHEN ${isVote} THEN ${actor.id} END,
      leased_until = CASE WHEN number <> ${number}::int THEN leased_until END,
      closed_at = CASE WHEN number = ${number}::int AND ${isVote} THEN now()::timestamp END
    WHERE version_id = ${versionId}::uuid AND closed_at IS NULL`
}
