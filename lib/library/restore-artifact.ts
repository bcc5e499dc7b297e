import { changeArtifact } from '@/lib/library/change-artifact'
import { audit } from '@/lib/platform/audit'
import type { ProjectActor } from '@/lib/projects/model'

/** Takes a retired artifact into use again. */
export async function restoreArtifact(
  actor: ProjectActor,
  input: { artifact: string },
): Promise<Record<string, never>> {
  return changeArtifact(actor, input.artifact, async (tx, { id, kind, key: label, retiredAt }) => {
    if (!retiredAt) return
    await tx.artifact.update({ where: { id }, data: { retiredAt: null } })
    await audit(tx, actor, {
      action: 'artifact.restored',
      subjectKind: 'artifact',
      subjectId: id,
      projectId: actor.project.id,
      data: { kind, label },
    })
  })
}
