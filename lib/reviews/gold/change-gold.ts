import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { holdGold } from '@/lib/reviews/gold/hold-gold'

/** Changes the note of a gold question. */
export async function changeGold(
  actor: ProjectActor,
  input: { gold: string; note: string },
): Promise<{ id: string }> {
  requireRole(actor, 'lead')
  return db.$transaction(async (tx) => {
    const { id, versionId } = await holdGold(tx, actor, input.gold)
    await tx.goldQuestion.update({ where: { id }, data: { note: input.note } })
    await audit(tx, actor, {
      action: 'gold.changed',
      subjectKind: 'version',
      subjectId: versionId,
      projectId: actor.project.id,
      data: { goldId: id },
    })
    return { id }
  })
}
