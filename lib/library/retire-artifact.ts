import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { holdReleases } from '@/lib/reviews/hold-releases'

/** Takes an artifact out of use: releases from now on are without it. What was released stays, and is told to be stale. */
export async function retireArtifact(
  actor: ProjectActor,
  input: { artifact: string; reason: string },
): Promise<Record<string, never>> {
  requireRole(actor, 'lead')
  await db.$transaction(async (tx) => {
    await holdReleases(tx, actor.project.id, 'shared')
    const artifact = await findArtifact(tx, actor, input.artifact)
    if (artifact.retiredAt) return
    await tx.artifact.update({ where: { id: artifact.id }, data: { retiredAt: new Date() } })
    await audit(tx, actor, {
      action: 'artifact.retired',
      subjectKind: 'artifact',
      subjectId: artifact.id,
      projectId: actor.project.id,
      data: { kind: artifact.kind, label: artifact.key, reason: input.reason },
    })
  })
  return {}
}

/** An artifact of the project, retired or not. */
export async function findArtifact(tx: Tx, actor: ProjectActor, id: string) {
  const artifact = await tx.artifact.findFirst({ where: { id, projectId: actor.project.id } })
  if (artifact) return artifact
  throw new AppError('not_found', 'There is no such artifact in this project.', {
    reason: 'artifact-unknown',
  })
}
