import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import { type ProjectActor, roles } from '@/lib/projects/model'
import { notify } from '@/lib/projects/notifications/notify'
import { type Assignable, findAssignable } from '@/lib/reviews/plans/find-assignable'
import { assignees } from '@/lib/reviews/plans/model'
import { refuseStrangers } from '@/lib/reviews/plans/refuse-strangers'

const LONG = { timeout: 120_000 }

/** Gives waiting drafts to people or roles, who are told of it. What somebody holds already stays with them until they have decided. */
export async function assignDrafts(
  actor: ProjectActor,
  { to: given, ...which }: Assignable & { to: string[] },
): Promise<{ drafts: number }> {
  requireRole(actor, 'lead')
  const to = assignees(given)
  return db.$transaction(async (tx) => {
    await refuseStrangers(tx, actor.project.id, to)
    const drafts = await tx.$executeRaw`
      WITH held AS MATERIALIZED (
        SELECT s.version_id FROM review_slot s
        WHERE s.closed_at IS NULL AND s.version_id IN (${findAssignable(actor, which)})
        ORDER BY s.sort_key, s.number FOR UPDATE OF s),
      assigned AS (
        UPDATE review_slot s SET assigned_to = ${to}::text[]
        WHERE s.version_id IN (SELECT version_id FROM held) AND s.closed_at IS NULL)
      UPDATE draft SET assigned_to = ${to}::text[] WHERE version_id IN (SELECT version_id FROM held)`
    if (drafts > 0 && to.length > 0) await tellThem(tx, actor, { to, drafts, kind: which.kind })
    const { versions, ...filter } = which
    await audit(tx, actor, {
      action: 'drafts.assigned',
      subjectKind: 'project',
      subjectId: actor.project.id,
      projectId: actor.project.id,
      data: { ...filter, ...(versions && { versions: versions.length }), to, drafts },
    })
    return { drafts }
  }, LONG)
}

async function tellThem(
  tx: Tx,
  actor: ProjectActor,
  { to, drafts, kind }: { to: string[]; drafts: number; kind: string | undefined },
): Promise<void> {
  const projectId = actor.project.id
  const named = roles.filter((role) => to.includes(`role:${role}`))
  const members = await tx.membership.findMany({
    where: { projectId, user: { kind: 'person' }, OR: [{ userId: { in: to } }, { role: { in: named } }] },
    select: { userId: true },
  })
  const notice = { kind: 'assigned' as const, count: drafts, artifact: kind ?? null }
  await notify(tx, actor, { projectId, to: members.map(({ userId }) => userId), notice })
}
