import type { ArtifactKind } from '@/lib/artifacts/model'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { findPlan } from '@/lib/reviews/plans/queries'

/** A lead waves somebody through a warm-up that they have not passed, or has them repeat it with the set and the bar of now. */
export async function endWarmUp(
  actor: ProjectActor,
  input: { kind: ArtifactKind; user: string; how: 'wave' | 'repeat' },
): Promise<Record<string, never>> {
  requireRole(actor, 'lead')
  const { kind, user, how } = input
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    const [warmUp] = await tx.$queryRaw<{ state: string }[]>`
      SELECT state FROM warm_up
      WHERE project_id = ${projectId}::uuid AND kind = ${kind} AND reviewer_id = ${user} AND state <> 'experienced' FOR UPDATE`
    if (!warmUp)
      throw new AppError('not_found', 'Nobody of this name warms up here.', { reason: 'warm-up-unknown' })
    if (warmUp.state === 'passed' || warmUp.state === 'waved')
      throw new AppError('conflict', 'They are through already.', { reason: 'warm-up-over' })
    const where = { projectId_kind_reviewerId: { projectId, kind, reviewerId: user } }
    const { warmUpCount, warmUpBar } = await findPlan(tx, projectId, kind)
    if (how === 'wave')
      await tx.warmUp.update({
        where,
        data: { state: 'waved', endedAt: new Date(), endedBy: actor.id },
      })
    else
      await tx.warmUp.update({
        where,
        data: {
          ...{
            state: 'warming',
            round: { increment: 1 },
            startedAt: new Date(),
            endedAt: null,
            endedBy: null,
          },
          ...(warmUpCount > 0 && { asked: warmUpCount, bar: warmUpBar }),
        },
      })
    const isWaved = how === 'wave'
    await audit(tx, actor, {
      action: isWaved ? 'warm-up.waved' : 'warm-up.repeated',
      subjectKind: 'user',
      subjectId: user,
      projectId,
      data: { kind },
    })
    return {}
  })
}
