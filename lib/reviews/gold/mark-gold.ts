import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { readExpected } from '@/lib/reviews/gold/read-expected'
import { holdArtifact } from '@/lib/reviews/read-standing'

/** Makes a settled version a gold question with what its decisions made of it as the verdict to expect. */
export async function markGold(
  actor: ProjectActor,
  input: { versionId: string; note: string },
): Promise<{ id: string }> {
  requireRole(actor, 'lead')
  const { versionId, note } = input
  return db.$transaction(async (tx) => {
    await holdArtifact(tx, versionId)
    const expected = await readExpected(tx, actor, versionId)
    if (!expected)
      throw new AppError('conflict', 'Only a draft that decisions have settled can be a gold question.', {
        reason: 'gold-not-settled',
      })
    if ((await tx.goldQuestion.count({ where: { versionId, removedAt: null } })) > 0)
      throw new AppError('conflict', 'This version is a gold question already.', { reason: 'gold-marked' })
    const { id } = await tx.goldQuestion.create({
      data: { projectId: actor.project.id, versionId, note, markedBy: actor.id, ...expected },
      select: { id: true },
    })
    await audit(tx, actor, {
      action: 'gold.marked',
      subjectKind: 'version',
      subjectId: versionId,
      projectId: actor.project.id,
      data: { goldId: id, kind: expected.kind, verdict: expected.verdict },
    })
    return { id }
  })
}
