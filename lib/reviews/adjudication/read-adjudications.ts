import { db, type sql } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import type { AdjudicationView } from '@/lib/reviews/adjudication/schema'
import { stands } from '@/lib/reviews/stands'

type Row = Omit<AdjudicationView, 'at'> & { at: Date }

/** Adjudications `j` that stand, newest first. */
export async function readAdjudications(
  actor: ProjectActor,
  where: ReturnType<typeof sql>,
): Promise<AdjudicationView[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT j.id, j.version_id AS "versionId", j.decision_id AS "decisionId", j.cause, j.note, p.name AS by, j.created_at AS at,
      d.verdict, d.reviewer_id = ${actor.id} AS mine,
      CASE WHEN g.id IS NOT NULL THEN json_build_object('versionId', g.id, 'artifactId', g.artifact_id, 'number', g.number,
        'key', ga.key, 'state', gw.state, 'opened', j.opened_version) END AS guideline
    FROM adjudication j JOIN decision d ON d.id = j.decision_id AND ${stands} JOIN "user" p ON p.id = d.reviewer_id
      LEFT JOIN version g ON g.id = j.guideline_version_id LEFT JOIN artifact ga ON ga.id = g.artifact_id
      LEFT JOIN draft gw ON gw.version_id = g.id
    WHERE j.project_id = ${actor.project.id}::uuid AND ${where}
    ORDER BY j.created_at DESC, j.id DESC`
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
