import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

const LONG = { timeout: 120_000 }

/**
 * Takes an assignment back: its drafts are whose they were before, but for what is decided or was assigned anew since. Who was told
 * of it and has not read that is told no more.
 */
export async function undoAssignment(
  actor: ProjectActor,
  { assignment: id }: { assignment: string },
): Promise<{ drafts: number; left: number }> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    const found = await tx.assignment.findFirst({
      where: { id, projectId },
      select: { _count: { select: { drafts: true } } },
    })
    if (!found)
      throw new AppError('not_found', 'There is no such assignment in this project.', {
        reason: 'assignment-unknown',
      })
    const { count } = await tx.assignment.updateMany({
      where: { id, undoneAt: null },
      data: { undoneAt: new Date() },
    })
    if (count === 0)
      throw new AppError('conflict', 'This assignment was taken back already.', {
        reason: 'assignment-undone',
      })
    const drafts = await tx.$executeRaw`
      WITH held AS MATERIALIZED (
        SELECT s.version_id FROM review_slot s
        JOIN assigned_draft b ON b.version_id = s.version_id AND b.assignment_id = ${id}::uuid
        WHERE s.closed_at IS NULL
        ORDER BY s.sort_key, s.number FOR UPDATE OF s),
      restored AS (
        UPDATE draft w SET assigned_to = b.before
        FROM assigned_draft b JOIN assignment t ON t.id = b.assignment_id
        WHERE b.assignment_id = ${id}::uuid AND w.version_id = b.version_id AND w.state = 'waiting'
          AND w.assigned_to = t.assigned_to AND w.version_id IN (SELECT version_id FROM held)
        RETURNING w.version_id, b.before),
      freed AS (
        UPDATE review_slot s SET assigned_to = r.before FROM restored r
        WHERE s.version_id = r.version_id AND s.closed_at IS NULL)
      DELETE FROM assigned_draft WHERE assignment_id = ${id}::uuid
        AND version_id IN (SELECT version_id FROM restored)`
    await tx.notification.deleteMany({
      where: {
        projectId,
        kind: 'assigned',
        readAt: null,
        subject: { path: ['assignmentId'], equals: id },
      },
    })
    const left = found._count.drafts - drafts
    await audit(tx, actor, {
      action: 'drafts.unassigned',
      subjectKind: 'project',
      subjectId: projectId,
      projectId,
      data: { assignmentId: id, drafts, left },
    })
    return { drafts, left }
  }, LONG)
}
