import type { ArtifactKind } from '@/lib/artifacts/model'
import { db, joinSql, sql } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { NOBODY } from '@/lib/reviews/plans/model'

export type Assignable = {
  kind?: ArtifactKind | undefined
  label?: string | undefined
  corpus?: string | undefined
  /** Whose they are: somebody's or a role's by name, or nobody's. */
  assigned?: string | undefined
  versions?: string[] | undefined
}

/** What a filter, or ids, ask of a waiting draft `w`. */
export function whereAssignable(actor: ProjectActor, of: Assignable) {
  const where = [
    sql`w.project_id = ${actor.project.id}::uuid AND w.state = 'waiting'`,
    ...(of.kind ? [sql`w.kind = ${of.kind}`] : []),
    ...(of.label === undefined ? [] : [sql`w.label = ${of.label}`]),
    ...(of.assigned === undefined
      ? []
      : [of.assigned === NOBODY ? sql`w.assigned_to = '{}'` : sql`${of.assigned} = ANY(w.assigned_to)`]),
    ...(of.versions ? [sql`w.version_id = ANY(${of.versions}::uuid[])`] : []),
    ...(of.corpus
      ? [
          sql`EXISTS (SELECT 1 FROM version v JOIN artifact a ON a.id = v.artifact_id
            WHERE v.id = w.version_id AND a.corpus_id = ${of.corpus}::uuid)`,
        ]
      : []),
  ]
  return joinSql(where, ' AND ')
}

/** A query of the waiting drafts that a filter, or ids, name. */
export function findAssignable(actor: ProjectActor, of: Assignable) {
  return sql`SELECT w.version_id FROM draft w WHERE ${whereAssignable(actor, of)}`
}

/** How many drafts an assignment would be about, and how many of them somebody holds at the moment. */
export async function countAssignable(
  actor: ProjectActor,
  of: Assignable,
): Promise<{ drafts: number; held: number }> {
  requireRole(actor, 'lead')
  const [row] = await db.$queryRaw<{ drafts: number; held: number }[]>`
    SELECT count(*)::int AS drafts,
      (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM review_slot s WHERE s.version_id = found.version_id
        AND s.closed_at IS NULL AND s.holder_id IS NOT NULL AND s.leased_until >= now()::timestamp)))::int AS held
    FROM (${findAssignable(actor, of)}) found`
  return row!
}
