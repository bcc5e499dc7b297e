import { type db, KEEP_PLAN, sql, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import type { DraftStanding, Verdict } from '@/lib/reviews/model'
import { stands } from '@/lib/reviews/stands'

export type Standing = DraftStanding & {
  versionId: string
  number: number
  content: unknown
  artifact: { id: string; projectId: string; kind: string; key: string; corpusId: string | null }
  /** The first decision that the actor sent with this request key. */
  sent: { id: string; versionId: string; verdict: Verdict } | null
}

/** The open places of a version, as JSON. */
export const placesOf = (versionId: ReturnType<typeof sql>) => sql`
  COALESCE((SELECT json_agg(json_build_object('number', s.number, 'holderId', s.holder_id, 'holder', h.name,
      'lapsed', COALESCE(s.leased_until < now()::timestamp, false)) ORDER BY s.number)
    FROM review_slot s LEFT JOIN "user" h ON h.id = s.holder_id
    WHERE s.version_id = ${versionId} AND s.closed_at IS NULL), '[]'::json)`

/** The votes on a draft `w` that stand, as JSON: those of this round, oldest first. */
export const votesOn = sql`
  COALESCE((SELECT json_agg(json_build_object('reviewerId', d.reviewer_id, 'role', d.role, 'text', CASE d.verdict
      WHEN 'approve' THEN json_build_object('versionId', d.version_id, 'contentHash', d.content_hash)
      WHEN 'edit' THEN (SELECT json_build_object('versionId', r.id, 'contentHash', r.content_hash)
        FROM version r WHERE r.id = d.result_version_id) END) ORDER BY d.number)
    FROM decision d WHERE d.version_id = w.version_id AND d.number > w.votes_after
      AND d.verdict IN ('approve', 'edit', 'reject') AND ${stands}), '[]'::json)`

/** Is a draft `w` the actor's own, so that others decide it? Not where the plan lets authors decide, nor where there are no others. */
const isOwn = (actor: ProjectActor) => sql`
  (w.author_id IS NOT DISTINCT FROM ${actor.id} AND NOT ${maysOwn(actor, sql`w.kind`)})`

/** May the actor decide what they wrote themselves? */
export const maysOwn = (actor: ProjectActor, kind: ReturnType<typeof sql>) => sql`
  (EXISTS (SELECT 1 FROM review_plan p WHERE p.project_id = ${actor.project.id}::uuid AND p.kind = ${kind} AND p.own_drafts)
    OR NOT EXISTS (SELECT 1 FROM membership m JOIN "user" u ON u.id = m.user_id AND u.kind = 'person'
      WHERE m.project_id = ${actor.project.id}::uuid AND m.user_id <> ${actor.id}))`

/** How a draft of the actor's project stands. Inside `holdArtifact` it stays so until the transaction ends. */
export async function readStanding(
  within: Tx | typeof db,
  actor: ProjectActor,
  of: { versionId: string; requestKey?: string },
): Promise<Standing> {
  const [row] = await within.$queryRaw<Standing[]>`
    ${KEEP_PLAN} SELECT v.id AS "versionId", v.number, v.content_hash AS "contentHash", w.state, v.content, w.overlap,
      w.assigned_to AS "assignedTo",
      json_build_object('id', a.id, 'projectId', a.project_id, 'kind', a.kind, 'key', a.key, 'corpusId', a.corpus_id) AS artifact,
      (SELECT p.name FROM decision d JOIN "user" p ON p.id = d.reviewer_id
        WHERE d.version_id = v.id AND d.verdict IN ('approve', 'edit', 'reject') AND ${stands}
        ORDER BY d.number DESC LIMIT 1) AS "settledBy",
      (SELECT json_build_object('id', d.id, 'versionId', d.version_id, 'verdict', d.verdict) FROM decision d
        WHERE d.reviewer_id = ${actor.id} AND d.request_key = ${of.requestKey ?? null} ORDER BY d.number LIMIT 1) AS sent,
      ${placesOf(sql`v.id`)} AS places, ${votesOn} AS votes, ${isOwn(actor)} AS "isOwn"
    FROM version v JOIN artifact a ON a.id = v.artifact_id JOIN draft w ON w.version_id = v.id
    WHERE v.id = ${of.versionId}::uuid AND a.project_id = ${actor.project.id}::uuid`
  if (row) return row
  throw new AppError('not_found', 'There is no such draft in this project.', { reason: 'draft-unknown' })
}

/**
 * Everything that settles or reopens versions of one artifact happens one after the other: locks the artifact of a
 * version, then its places in the order of the queue, as taking places does.
 */
export async function holdArtifact(tx: Tx, versionId: string): Promise<void> {
  await tx.$executeRaw`
    ${KEEP_PLAN} WITH held AS MATERIALIZED (
      SELECT a.id FROM artifact a WHERE a.id = (SELECT artifact_id FROM version WHERE id = ${versionId}::uuid) FOR UPDATE)
    SELECT 1 FROM review_slot s
    WHERE s.version_id IN (SELECT v.id FROM held JOIN version v ON v.artifact_id = held.id)
    ORDER BY s.sort_key, s.number FOR UPDATE OF s`
}
