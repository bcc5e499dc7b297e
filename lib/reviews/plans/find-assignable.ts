import type { ArtifactKind } from '@/lib/artifacts/model'
import { db, joinSql, sql } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

export type Assignable = {
  kind?: ArtifactKind | undefined
  label?: string | undefined
  corpus?: string | undefined
  versions?: string[] | undefined
}

/** A query of the waiting drafts that a filter, or ids, name. */
export function findAssignable(actor: ProjectActor, of: Assignable) {
  const where = [
    sql`w.project_id = ${actor.project.id}::uuid AND w.state = 'waiting'`,
    ...(of.kind ? [sql`w.kind = ${of.kind}`] : []),
    ...(of.label === undefined ? [] : [sql`w.label = ${of.label}`]),
    ...(of.versions ? [sql`w.version_id = ANY(${of.versions}::uuid[])`] : []),
    ...(of.corpus
      ? [
          sql`EXISTS (SELECT 1 FROM version v JOIN artifact a ON a.id = v.artifact_id
            WHERE v.id = w.version_id AND a.corpus_id = ${of.corpus}::uuid)`,
        ]
      : []),
  ]
  return sql`SELECT w.version_id FROM draft w WHERE ${joinSql(where, ' AND ')}`
}

/** How many drafts an assignment would be about. */
export async function countAssignable(actor: ProjectActor, of: Assignable): Promise<{ drafts: number }> {
  requireRole(actor, 'lead')
  const [row] = await db.$queryRaw<{ drafts: number }[]>`
    SELECT count(*)::int AS drafts FROM (${findAssignable(actor, of)}) found`
  return row!
}
