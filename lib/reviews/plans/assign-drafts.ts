import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import { type ProjectActor, roles } from '@/lib/projects/model'
import { notify } from '@/lib/projects/notifications/notify'
import { type Assignable, findAssignable } from '@/lib/reviews/plans/find-assignable'
import { assignees } from '@/lib/reviews/plans/model'
import { refuseStrangers } from '@/lib/reviews/plans/refuse-strangers'

const LONG = { timeout: 120_000 }

/**
 * Gives waiting drafts to people or roles, who are told of it. What somebody holds already stays with them until they have decided.
 * To whom each was assigned before is kept, so that it can be taken back.
 */
export async function assignDrafts(
  actor: ProjectActor,
  { to: given, ...which }: Assignable & { to: string[] },
): Promise<{ drafts: number; assignmentId: string | null }> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  const to = assignees(given)
  return db.$transaction(async (tx) => {
    await refuseStrangers(tx, projectId, to)
    const { id: assignmentId } = await tx.assignment.create({ data: { projectId, assignedTo: to } })
    const drafts = await tx.$executeRaw`
      WITH held AS MATERIALIZED (
        SELECT s.version_id FROM review_slot s
        WHERE s.closed_at IS NULL AND s.version_id IN (${findAssignable(actor, which)})
        ORDER BY s.sort_key, s.number FOR UPDATE OF s),
      kept AS (
        INSERT INTO assigned_draft (assignment_id, version_id, before)
        SELECT ${assignmentId}::uuid, version_id, assigned_to FROM draft
        WHERE version_id IN (SELECT version_id FROM held) AND assigned_to <> ${to}::text[]
        RETURNING version_id),
      assigned AS (
        UPDATE review_slot s SET assigned_to = ${to}::text[]
        WHERE s.version_id IN (SELECT version_id FROM kept) AND s.closed_at IS NULL)
      UPDATE draft SET assigned_to = ${to}::text[] WHERE version_id IN (SELECT version_id FROM kept)`
    if (drafts === 0) {
      await tx.assignment.delete({ where: { id: assignmentId } })
      return { drafts, assignmentId: null }
    }
    if (to.length > 0) await tellThem(tx, actor, { to, drafts, kind: which.kind, assignmentId })
    const { versions, ...filter } = which
    await audit(tx, actor, {
      action: 'drafts.assigned',
      subjectKind: 'project',
      subjectId: projectId,
      projectId,
      data: { ...filter, ...(versions && { versions: versions.length }), to, drafts, assignmentId },
    })
    return { drafts, assignmentId }
  }, LONG)
}

async function tellThem(
  tx: Tx,
  actor: ProjectActor,
  {
    to,
    drafts,
    kind,
    assignmentId,
  }: { to: string[]; drafts: number; kind: string | undefined; assignmentId: string },
): Promise<void> {
  const projectId = actor.project.id
  const named = roles.filter((role) => to.includes(`role:${role}`))
  const members = await tx.membership.findMany({
    where: { projectId, user: { kind: 'person' }, OR: [{ userId: { in: to } }, { role: { in: named } }] },
    select: { userId: true },
  })
  const notice = { kind: 'assigned' as const, count: drafts, artifact: kind ?? null, assignmentId }
  await notify(tx, actor, { projectId, to: members.map(({ userId }) => userId), notice })
}
