import { audit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import type { GoldPlace } from '@/lib/reviews/gold/find-places'
import { readWarmUp } from '@/lib/reviews/gold/warm-up/read-warm-up'

/** Ends a warm-up with the last answer of its set. */
export async function settleWarmUp(tx: Tx, actor: ProjectActor, { kind, round }: GoldPlace): Promise<void> {
  const warmUp = await readWarmUp(tx, actor, kind)
  if (warmUp?.state !== 'warming' || warmUp.round !== round || warmUp.answered < warmUp.asked) return
  const isPassed = warmUp.right >= warmUp.bar
  const id = { projectId: actor.project.id, kind, reviewerId: actor.id }
  await tx.warmUp.update({
    where: { projectId_kind_reviewerId: id },
    data: { state: isPassed ? 'passed' : 'failed', endedAt: new Date() },
  })
  const { right, asked, bar } = warmUp
  await audit(tx, actor, {
    action: isPassed ? 'warm-up.passed' : 'warm-up.failed',
    subjectKind: 'user',
    subjectId: actor.id,
    projectId: actor.project.id,
    data: { kind, round, right, asked, bar },
  })
}
