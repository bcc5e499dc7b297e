import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { type ProjectActor, roleAllows } from '@/lib/projects/model'

/** Takes a comment's words away; that there was one stays. One's own, or any by a lead. */
export async function removeComment(
  actor: ProjectActor,
  input: { artifact: string; comment: string },
): Promise<Record<string, never>> {
  const found = await db.comment.findFirst({
    where: { id: input.comment, artifactId: input.artifact, projectId: actor.project.id },
    select: { id: true, authorId: true },
  })
  if (!found) throw new AppError('not_found', 'There is no such comment here.', { reason: 'comment-unknown' })
  if (found.authorId !== actor.id && !roleAllows(actor.role, 'lead'))
    throw new AppError('forbidden', 'Only its author or a lead removes a comment.', {
      reason: 'not-your-comment',
    })
  await db.$transaction(async (tx) => {
    const { count } = await tx.comment.updateMany({
      where: { id: found.id, removedAt: null },
      data: { removedAt: new Date(), text: '', mentions: [] },
    })
    if (count === 0) return
    await audit(tx, actor, {
      action: 'comment.removed',
      subjectKind: 'artifact',
      subjectId: input.artifact,
      projectId: actor.project.id,
      data: { commentId: found.id, authorId: found.authorId },
    })
  })
  return {}
}
