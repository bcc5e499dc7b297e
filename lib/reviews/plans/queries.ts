import { type ArtifactKind, artifactKinds } from '@/lib/artifacts/model'
import { db, sql, type Tx } from '@/lib/platform/db'
import { type ProjectActor, roleSchema } from '@/lib/projects/model'
import { defaultPlan, type ReviewPlan, reviewPlanSchema } from '@/lib/reviews/plans/model'
import type { Plans } from '@/lib/reviews/plans/schema'

/** The plan of every kind, how much waits of it, and who could be asked. */
export async function readPlans(actor: ProjectActor): Promise<Plans> {
  const projectId = actor.project.id
  const [plans, waiting, members] = await Promise.all([
    db.reviewPlan.findMany({ where: { projectId } }),
    db.$queryRaw<{ kind: string; count: number }[]>(sql`
      SELECT kind, count(*)::int AS count FROM draft
      WHERE project_id = ${projectId}::uuid AND state = 'waiting' GROUP BY kind`),
    db.membership.findMany({
      where: { projectId, user: { kind: 'person' } },
      select: { role: true, user: { select: { id: true, name: true } } },
      orderBy: { user: { name: 'asc' } },
    }),
  ])
  return {
    plans: artifactKinds.map((kind) => {
      const own = plans.find((plan) => plan.kind === kind)
      const count = waiting.find((one) => one.kind === kind)?.count ?? 0
      const plan = own ? reviewPlanSchema.parse(own) : planFor(kind, members.length)
      return { kind, isDefault: !own, waiting: count, ...plan }
    }),
    people: members.map(({ role, user }) => ({ ...user, role: roleSchema.parse(role) })),
  }
}

/** The plan of one kind as it is set, or what holds without one. */
export async function findPlan(within: Tx, projectId: string, kind: ArtifactKind): Promise<ReviewPlan> {
  const plan = await within.reviewPlan.findUnique({ where: { projectId_kind: { projectId, kind } } })
  if (plan) return reviewPlanSchema.parse(plan)
  return planFor(kind, await within.membership.count({ where: { projectId, user: { kind: 'person' } } }))
}

/** Without a plan no more decisions are asked for than there are people. */
function planFor(kind: ArtifactKind, people: number): ReviewPlan {
  const plan = defaultPlan(kind)
  return { ...plan, overlap: Math.max(1, Math.min(plan.overlap, people)) }
}
