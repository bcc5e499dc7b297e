import type { ArtifactKind } from '@/lib/artifacts/model'
import { type db, sql, type Tx } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { isSettled } from '@/lib/reviews/gold/find-places'

export type Question = { id: string; versionId: string }

/**
 * Gold questions to ask somebody, in an order that is theirs and always the same. Never about something of which they wrote, decided
 * or hold any version, and never what they marked themselves; in a `round` of a warm-up after the first also what they were asked
 * before, but last.
 */
export async function chooseQuestions(
  within: Tx | typeof db,
  actor: ProjectActor,
  of: { kind: ArtifactKind; count: number; round: number },
): Promise<Question[]> {
  const { kind, count, round } = of
  const asked = sql`EXISTS (SELECT 1 FROM gold_place p WHERE p.gold_id = g.id AND p.reviewer_id = ${actor.id})`
  const askedNow = sql`EXISTS (
    SELECT 1 FROM gold_place p WHERE p.gold_id = g.id AND p.reviewer_id = ${actor.id} AND p.round = ${round})`
  return within.$queryRaw<Question[]>`
    SELECT g.id, g.version_id AS "versionId"
    FROM gold_question g JOIN draft w ON w.version_id = g.version_id JOIN version v ON v.id = g.version_id
    WHERE g.project_id = ${actor.project.id}::uuid AND g.kind = ${kind} AND g.removed_at IS NULL AND g.marked_by <> ${actor.id}
      AND ${isSettled} AND w.settled_at <= g.created_at
      AND NOT EXISTS (
        SELECT 1 FROM version o WHERE o.artifact_id = v.artifact_id AND (
          (o.author_kind = 'person' AND o.author_id = ${actor.id})
          OR EXISTS (SELECT 1 FROM decision d WHERE d.version_id = o.id AND d.reviewer_id = ${actor.id} AND d.verdict <> 'undo')
          OR EXISTS (SELECT 1 FROM review_slot s WHERE s.version_id = o.id AND s.holder_id = ${actor.id} AND s.closed_at IS NULL)))
      AND NOT ${round > 1 ? askedNow : asked}
    ORDER BY ${asked}, md5(g.id::text || ${`${actor.id} ${round}`}) LIMIT ${count}`
}
