import type { ArtifactKind } from '@/lib/artifacts/model'
import { db, KEEP_PLAN, sql, type Tx } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'

export type GoldPlace = {
  id: string
  goldId: string
  versionId: string
  kind: ArtifactKind
  purpose: 'seeded' | 'warm-up'
  round: number
  sortKey: string
  /** Has it come to the desk? Else it is due. */
  taken: boolean
  skipped: boolean
  closed: boolean
}

/** True for a draft `w` that decisions have settled: one that was opened again since is decided like any other. */
export const isSettled = sql`w.state IN ('approved', 'rejected', 'superseded')`

const places = sql`
  SELECT g.id, g.gold_id AS "goldId", g.version_id AS "versionId", g.kind, g.purpose, g.round, g.sort_key AS "sortKey",
    g.taken_at IS NOT NULL AS taken, g.skipped_at IS NOT NULL AS skipped, g.closed_at IS NOT NULL AS closed
  FROM gold_place g JOIN draft w ON w.version_id = g.version_id AND ${isSettled}`

/** The gold questions that somebody has yet to answer, in the order of the queue; of a warm-up those of its round. */
export async function findPlaces(actor: ProjectActor, of: { kind?: ArtifactKind }): Promise<GoldPlace[]> {
  return db.$queryRaw<GoldPlace[]>`
    ${KEEP_PLAN} ${places} LEFT JOIN warm_up s ON s.project_id = g.project_id AND s.kind = g.kind AND s.reviewer_id = g.reviewer_id
    WHERE g.project_id = ${actor.project.id}::uuid AND g.reviewer_id = ${actor.id} AND g.closed_at IS NULL
      AND (g.purpose = 'seeded' OR (s.state = 'warming' AND s.round = g.round))
      ${of.kind ? sql`AND g.kind = ${of.kind}` : sql``}
    ORDER BY g.sort_key, g.ordinal, g.id`
}

/** The last place at which somebody was asked this version as a gold question. */
export async function findPlace(
  within: Tx | typeof db,
  actor: ProjectActor,
  versionId: string,
): Promise<GoldPlace | undefined> {
  const [place] = await within.$queryRaw<GoldPlace[]>`
    ${KEEP_PLAN} ${places} WHERE g.reviewer_id = ${actor.id} AND g.version_id = ${versionId}::uuid AND g.project_id = ${actor.project.id}::uuid
      AND g.taken_at IS NOT NULL
    ORDER BY g.closed_at IS NULL DESC, g.taken_at DESC LIMIT 1`
  return place
}
