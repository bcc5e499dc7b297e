import { changeArtifact } from '@/lib/library/change-artifact'
import { audit } from '@/lib/platform/audit'
import type { ProjectActor } from '@/lib/projects/model'

/** Takes an artifact out of use: releases from now on are without it. What was released stays, and is told to be stale. */
export async function retireArtifact(
  actor: ProjectActor,
  input: { artifact: string; reason: string },
): Promise<Record<string, never>> {
  return changeArtifact(actor, input.artifact, async (tx, { id, kind, key: label, retiredAt }) => {
    if (retiredAt) return
    await tx.artifact.update({ where: { id }, data: { retiredAt: new Date() } })
    await audit(tx, actor, {
      action: 'artifact.retired',
      subjectKind: 'artifact',
      subjectId: id,
      projectId: actor.project.id,
      data: { kind, label, reason: input.reason },
    })
  })
}
