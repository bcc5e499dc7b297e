import { findArtifact } from '@/lib/library/retire-artifact'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { holdReleases } from '@/lib/reviews/hold-releases'

/** Takes a retired artifact into use again. */
export async function restoreArtifact(
  actor: ProjectActor,
  input: { artifact: string },
): Promise<Record<string, never>> {
  requireRole(actor, 'lead')
  await db.$transaction(async (tx) => {
    await holdReleases(tx, actor.project.id, 'shared')
    const artifact = await findArtifact(tx, actor, input.artifact)
    if (!artifact.retiredAt) return
    await tx.artifact.update({ where: { id: artifact.id }, data: { retiredAt: null } })
    await audit(tx, actor, {
      action: 'artifact.restored',
      subjectKind: 'artifact',
      subjectId: artifact.id,
      projectId: actor.project.id,
      data: { kind: artifact.kind, label: artifact.key },
    })
  })
  return {}
}
