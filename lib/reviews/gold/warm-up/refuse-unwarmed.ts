import { KEEP_PLAN, type Tx } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import type { WarmUpState } from '@/lib/reviews/gold/model'
import { isNewcomer } from '@/lib/reviews/gold/warm-up/is-newcomer'
import { refuseDecision } from '@/lib/reviews/refuse-decision'

/** A newcomer's decisions count once they have passed the warm-up that the plan of the kind asks for, however they come. */
export async function refuseUnwarmed(tx: Tx, actor: ProjectActor, kind: string): Promise<void> {
  if (actor.role !== 'annotator') return
  const [asked] = await tx.$queryRaw<{ state: WarmUpState | null }[]>`
    ${KEEP_PLAN} SELECT s.state FROM review_plan p
      LEFT JOIN warm_up s ON s.project_id = p.project_id AND s.kind = p.kind AND s.reviewer_id = ${actor.id}
    WHERE p.project_id = ${actor.project.id}::uuid AND p.kind = ${kind} AND p.warm_up_count > 0`
  const isOpen = asked && (asked.state === null || asked.state === 'warming' || asked.state === 'failed')
  if (isOpen && (await isNewcomer(tx, actor, kind))) refuseDecision({ reason: 'warm-up-first' })
}
