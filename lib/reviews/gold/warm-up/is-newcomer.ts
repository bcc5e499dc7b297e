import type { db, Tx } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'

/** Has somebody decided nothing of a kind in this project yet? What they took back counts as decided. */
export async function isNewcomer(
  within: Tx | typeof db,
  actor: ProjectActor,
  kind: string,
): Promise<boolean> {
  const [row] = await within.$queryRaw<{ newcomer: boolean }[]>`
    SELECT NOT EXISTS (SELECT 1 FROM decision d JOIN draft w ON w.version_id = d.version_id AND w.kind = ${kind}
      WHERE d.project_id = ${actor.project.id}::uuid AND d.reviewer_id = ${actor.id} AND d.verdict IN ('approve', 'edit', 'reject'))
      AS newcomer`
  return row!.newcomer
}
