import { readBudget } from '@/lib/calls/budgets/queries'
import type { BudgetChanges, BudgetView } from '@/lib/calls/schema'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Changes what is given. A limit under what is spent stops every further call. */
export async function changeBudget(
  actor: ProjectActor,
  { changes }: { changes: BudgetChanges },
): Promise<BudgetView> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO budget (project_id) VALUES (${projectId}::uuid) ON CONFLICT DO NOTHING`
    await tx.$queryRaw`SELECT 1 FROM budget WHERE project_id = ${projectId}::uuid FOR UPDATE`
    const before = await readBudget(actor, tx)
    await tx.budget.update({ where: { projectId }, data: changes })
    const after = await readBudget(actor, tx)
    const { currency, totalLimit, dayLimit, shareAnswers } = before
    await audit(tx, actor, {
      action: 'budget.changed',
      subjectKind: 'project',
      subjectId: projectId,
      projectId,
      data: { before: { currency, totalLimit, dayLimit, shareAnswers }, ...changes },
    })
    return after
  })
}
