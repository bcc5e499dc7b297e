import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { holdReleases } from '@/lib/reviews/hold-releases'

export type ChangedArtifact = { id: string; kind: string; key: string; retiredAt: Date | null }

/** One change of an artifact by a lead, while no release is cut. The change writes its own audit row. */
export async function changeArtifact(
  actor: ProjectActor,
  id: string,
  change: (tx: Tx, artifact: ChangedArtifact) => Promise<void>,
): Promise<Record<string, never>> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  await db.$transaction(async (tx) => {
    await holdReleases(tx, projectId, 'shared')
    const artifact = await tx.artifact.findFirst({ where: { id, projectId } })
    if (!artifact)
      throw new AppError('not_found', 'There is no such artifact in this project.', {
        reason: 'artifact-unknown',
      })
    await change(tx, artifact)
  })
  return {}
}
