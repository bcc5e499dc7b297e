import type { Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'

/** Locks a gold question of the actor's project that nobody has removed. */
export async function holdGold(
  tx: Tx,
  actor: ProjectActor,
  id: string,
): Promise<{ id: string; versionId: string }> {
  const [gold] = await tx.$queryRaw<{ id: string; versionId: string }[]>`
    SELECT id, version_id AS "versionId" FROM gold_question
    WHERE id = ${id}::uuid AND project_id = ${actor.project.id}::uuid AND removed_at IS NULL FOR UPDATE`
  if (gold) return gold
  throw new AppError('not_found', 'There is no such gold question in this project.', {
    reason: 'gold-unknown',
  })
}
