import { audit } from '@/lib/platform/audit'
import { db, sql, type Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { withdrawCase } from '@/lib/reviews/adjudication/withdraw-case'
import { holdReleases } from '@/lib/reviews/hold-releases'
import { LOT } from '@/lib/reviews/lots/model'
import {
  canUndo,
  type DecisionStanding,
  mayJudge,
  outcomeOf,
  placeFor,
  UNDO_DEPTH,
} from '@/lib/reviews/model'
import { holdArtifact, placesOf, readStanding } from '@/lib/reviews/read-standing'
import { refuseDecision } from '@/lib/reviews/refuse-decision'
import { settleDraft } from '@/lib/reviews/settle-draft'
import { stands } from '@/lib/reviews/stands'
import { unsettleDraft } from '@/lib/reviews/unsettle-draft'

type Undone = { undoId: string; decisionId: string; versionId: string }

/** Adds a row that takes back the caller's last decision, or the one named, and gives the draft back to the caller. Both texts of an edit stay. */
export async function takeBackDecision(
  actor: ProjectActor,
  input: { decisionId?: string; requestKey: string },
): Promise<Undone> {
  refuseDecision(mayJudge(actor))
  return db.$transaction(async (tx) => {
    await holdReleases(tx, actor.project.id, 'shared')
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`undo ${actor.id}`}, 0))`
    return (await sentBefore(tx, actor, input.requestKey)) ?? (await takeBack(tx, actor, input))
  })
}

async function sentBefore(tx: Tx, actor: ProjectActor, requestKey: string): Promise<Undone | null> {
  const first = await tx.decision.findFirst({
    where: { reviewerId: actor.id, requestKey },
    orderBy: { number: 'asc' },
    select: { id: true, undoesId: true, versionId: true },
  })
  if (first && !first.undoesId) refuseDecision({ reason: 'request-key-reused' })
  return first && { undoId: first.id, decisionId: first.undoesId!, versionId: first.versionId }
}

async function takeBack(
  tx: Tx,
  actor: ProjectActor,
  input: { decisionId?: string; requestKey: string },
): Promise<Undone> {
  const wanted = input.decisionId ?? (await lastStanding(tx, actor))
  if (!wanted)
    throw new AppError('conflict', 'There is no decision of yours to take back.', {
      reason: 'nothing-to-undo',
    })
  const { versionId } = await readDeed(tx, actor, wanted)
  await holdArtifact(tx, versionId)
  const deed = await readDeed(tx, actor, wanted)
  refuseDecision(canUndo(actor, deed))
  await withdrawCase(tx, deed.id)
  const undoIds: string[] = []
  for (const one of deed.rows) {
    const { id } = await tx.decision.create({
      data: {
        projectId: actor.project.id,
        versionId: one.versionId,
        contentHash: one.contentHash,
        reviewerId: actor.id,
        verdict: 'undo',
        undoesId: one.id,
        requestKey: input.requestKey,
      },
      select: { id: true },
    })
    undoIds.push(id)
  }
  await reopen(tx, actor, deed)
  await audit(tx, actor, {
    action: 'decision.undone',
    subjectKind: 'version',
    subjectId: versionId,
    projectId: actor.project.id,
    data: { verdict: deed.verdict, decisionId: deed.id, undoId: undoIds[0]!, key: deed.key },
  })
  return { undoId: undoIds[0]!, decisionId: deed.id, versionId }
}

async function lastStanding(tx: Tx, actor: ProjectActor): Promise<string | undefined> {
  const [last] = await tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM decision d
    WHERE d.project_id = ${actor.project.id}::uuid AND d.reviewer_id = ${actor.id} AND d.verdict <> 'undo' AND ${stands}
    ORDER BY d.number DESC LIMIT 1`
  return last?.id
}

type Deed = DecisionStanding & {
  id: string
  versionId: string
  artifactId: string
  key: string
  /** What one deed wrote: an edit is an edit of one version and the approval of the next. */
  rows: { id: string; versionId: string; contentHash: string }[]
}

/** The texts that people made of version `v` when they decided it. */
const editsOfIt = sql`SELECT e.result_version_id FROM decision e WHERE e.version_id = v.id AND e.verdict = 'edit'`

/** True for a decision `l` that others made on the same draft as `d`, each for themselves. It is not built on `d`. */
const besideIt = sql`
  l.role = 'reviewer' AND (d.verdict <> 'skip' OR w.state = 'waiting') AND (l.version_id = v.id OR (
    l.version_id IN (${editsOfIt})
    AND NOT EXISTS (SELECT 1 FROM draft again WHERE again.version_id = l.version_id AND again.votes_after > 0)))`

/** What a person did at once counts as one: an edit with its approval, all the decisions of a lot. */
const deedOf = (decision: ReturnType<typeof sql>) => sql`split_part(${decision}.request_key, ${LOT}, 1)`

async function readDeed(tx: Tx, actor: ProjectActor, decisionId: string): Promise<Deed> {
  const [deed] = await tx.$queryRaw<Deed[]>`
    WITH named AS (
      SELECT d.* FROM decision n
      JOIN decision d ON d.reviewer_id = n.reviewer_id AND d.request_key = n.request_key
      WHERE n.id = ${decisionId}::uuid AND n.project_id = ${actor.project.id}::uuid),
    deed AS (SELECT * FROM named ORDER BY number LIMIT 1)
    SELECT d.id, d.version_id AS "versionId", v.artifact_id AS "artifactId", a.key, d.reviewer_id AS "reviewerId",
      d.verdict, NOT ${stands} AS undone,
      (SELECT json_agg(json_build_object('id', id, 'versionId', version_id, 'contentHash', content_hash) ORDER BY number)
        FROM named) AS rows,
      (SELECT count(*)::int FROM (
        SELECT DISTINCT ${deedOf(sql`l`)} FROM decision l
        WHERE l.project_id = d.project_id AND l.reviewer_id = d.reviewer_id AND l.number > d.number
          AND l.verdict <> 'undo' AND ${deedOf(sql`l`)} <> ${deedOf(sql`d`)}
        LIMIT ${UNDO_DEPTH}) n) AS "newerByReviewer",
      (SELECT p.name FROM decision l JOIN version lv ON lv.id = l.version_id JOIN "user" p ON p.id = l.reviewer_id
        WHERE lv.artifact_id = v.artifact_id AND l.number > d.number AND l.verdict IN ('approve', 'edit', 'reject')
          AND (l.reviewer_id, l.request_key) <> (d.reviewer_id, d.request_key)
          AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes_id = l.id)
          AND NOT (${besideIt})
        ORDER BY l.number DESC LIMIT 1) AS "laterBy",
      d.number <= w.votes_after AS "sentBack",
      EXISTS (SELECT 1 FROM version n JOIN draft w ON w.version_id = n.id
        WHERE n.artifact_id = v.artifact_id AND n.number > v.number AND w.state IN ('waiting', 'disputed')
          AND NOT EXISTS (SELECT 1 FROM comparison_draft o JOIN comparison_draft t ON t.comparison_id = o.comparison_id
            WHERE o.version_id = v.id AND t.version_id = n.id)) AS "newerWaits",
      (SELECT max(r.number) FROM release_item i JOIN release r ON r.id = i.release_id
        WHERE d.verdict <> 'skip' AND (i.version_id = v.id OR i.version_id IN (${editsOfIt}))) AS release,
      (SELECT r.number FROM run_audit_record i JOIN run_audit o ON o.id = i.audit_id AND o.state = 'accepted'
        JOIN run r ON r.id = o.run_id WHERE i.version_id = d.version_id) AS "acceptedRun",
      ${placesOf(sql`v.id`)} AS places
    FROM deed d JOIN version v ON v.id = d.version_id JOIN artifact a ON a.id = v.artifact_id
      JOIN draft w ON w.version_id = v.id`
  if (deed) return deed
  throw new AppError('not_found', 'There is no such decision in this project.', {
    reason: 'decision-unknown',
  })
}

/** The draft waits again, held by who took the decision back; or is disputed again, when it was the lead's. */
async function reopen(tx: Tx, actor: ProjectActor, deed: Deed): Promise<void> {
  if (deed.verdict !== 'skip') await unsettleDraft(tx, deed.versionId)
  const { overlap, votes } = await readStanding(tx, actor, deed)
  const outcome = outcomeOf(overlap, votes)
  if (outcome.state === 'waiting') await retakePlace(tx, actor, deed)
  else await settleDraft(tx, { ...deed, outcome })
}

async function retakePlace(tx: Tx, actor: ProjectActor, deed: Deed): Promise<void> {
  const place = placeFor(actor, deed.places)?.number ?? null
  const own = deed.verdict === 'skip' ? place : null
  await tx.$executeRaw`
    WITH retaken AS (
      SELECT COALESCE(${own}::int, (
        SELECT number FROM review_slot WHERE version_id = ${deed.versionId}::uuid AND closed_at IS NOT NULL
        ORDER BY holder_id = ${actor.id} DESC NULLS LAST, number LIMIT 1), ${place}::int) AS number)
    UPDATE review_slot s SET passed_by = array_remove(s.passed_by, ${actor.id}),
      closed_at = CASE WHEN s.number = r.number THEN NULL ELSE s.closed_at END,
      holder_id = CASE WHEN s.number = r.number THEN ${actor.id} ELSE s.holder_id END,
      leased_until = CASE WHEN s.number = r.number
        THEN now()::timestamp + make_interval(secs => ${env().GLOSS_LEASE_SECONDS}) ELSE s.leased_until END
    FROM retaken r WHERE s.version_id = ${deed.versionId}::uuid AND (s.closed_at IS NULL OR s.number = r.number)`
}
