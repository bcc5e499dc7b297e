import type { ArtifactKind } from '@/lib/artifacts/model'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { applyPlanJob } from '@/lib/reviews/jobs'
import { assignees, type ReviewPlan } from '@/lib/reviews/plans/model'
import { findPlan, readPlans } from '@/lib/reviews/plans/queries'
import { refuseStrangers } from '@/lib/reviews/plans/refuse-strangers'
import { REPLANNED_AT_ONCE, replanDrafts } from '@/lib/reviews/plans/replan-drafts'
import type { Plans } from '@/lib/reviews/plans/schema'

/** Changes how the drafts of a kind are reviewed. What waits follows, but for what was assigned by hand; very many drafts by a job. */
export async function setPlan(
  actor: ProjectActor,
  { kind, ...change }: { kind: ArtifactKind } & { [Key in keyof ReviewPlan]?: ReviewPlan[Key] | undefined },
): Promise<Plans & { jobId: string | null }> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  const jobId = await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`plan ${projectId} ${kind}`}, 0))`
      const before = await findPlan(tx, projectId, kind)
      const plan = { ...before, ...defined(change) }
      plan.assignedTo = assignees(plan.assignedTo)
      if (plan.warmUpBar > plan.warmUpCount)
        throw new AppError('invalid', 'More answers cannot be right than are asked.', {
          reason: 'bar-above-set',
        })
      await refuseStrangers(tx, projectId, plan.assignedTo)
      await tx.reviewPlan.upsert({
        where: { projectId_kind: { projectId, kind } },
        create: { projectId, kind, ...plan },
        update: plan,
      })
      await audit(tx, actor, {
        action: 'plan.changed',
        subjectKind: 'review-plan',
        subjectId: kind,
        projectId,
        data: { kind, before, after: plan },
      })
      if (OF_DRAFTS.every((rule) => isSame(before[rule], plan[rule]))) return null
      const task = { projectId, kind, assignedBefore: before.assignedTo }
      const { isDone } = await replanDrafts(tx, { ...task, after: 0n, limit: REPLANNED_AT_ONCE })
      if (isDone) return null
      const payload = { kind, assignedBefore: before.assignedTo }
      return startJob(tx, actor, { job: applyPlanJob, projectId, subjectId: kind, payload })
    },
    { timeout: 60_000 },
  )
  return { ...(await readPlans(actor)), jobId }
}

/** What places of waiting drafts follow from. */
const OF_DRAFTS = ['overlap', 'strategy', 'assignedTo', 'blind', 'ownDrafts'] as const

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

function defined<Change extends object>(change: Change): { [Key in keyof Change]: NonNullable<Change[Key]> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never
}
