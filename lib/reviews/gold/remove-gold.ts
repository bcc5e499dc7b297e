import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { holdGold } from '@/lib/reviews/gold/hold-gold'

/** Asks a gold question no more. Its answers stay; where it lies on a desk it may be answered still. */
export async function removeGold(
  actor: ProjectActor,
  input: { gold: string },
): Promise<Record<string, never>> {
  requireRole(actor, 'lead')
  return db.$transaction(async (tx) => {
    const { id, versionId } = await holdGold(tx, actor, input.gold)
    await tx.goldQuestion.update({ where: { id }, data: { removedAt: new Date() } })
    await audit(tx, actor, {
      action: 'gold.removed',
      subjectKind: 'version',
      subjectId: versionId,
      projectId: actor.project.id,
      data: { goldId: id },
    })
    return {}
  })
}
