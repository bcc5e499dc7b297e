import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { disguiseGolds } from '@/lib/reviews/gold/disguise-golds'
import type { WarmUpView } from '@/lib/reviews/gold/schema'
import { takeWork, type Wanted } from '@/lib/reviews/gold/take-work'
import { keepPresence } from '@/lib/reviews/keep-presence'
import { canTake, mayJudge } from '@/lib/reviews/model'
import { deskItems } from '@/lib/reviews/queries'
import { readQueue } from '@/lib/reviews/read-queue'
import { readStanding } from '@/lib/reviews/read-standing'
import { refuseDecision } from '@/lib/reviews/refuse-decision'
import type { DeskItem, QueueCounts } from '@/lib/reviews/schema'

/** Takes the next drafts for this reviewer; nobody else gets them while the lease lasts. What they hold already comes first. */
export async function leaseDrafts(
  actor: ProjectActor,
  input: Wanted,
): Promise<{ items: DeskItem[]; counts: QueueCounts; warmUps: WarmUpView[] }> {
  refuseDecision(mayJudge(actor))
  const { leases, golds, warmUps } = await takeWork(actor, input)
  if (input.versionId && !leases.some(({ versionId }) => versionId === input.versionId))
    await explainRefusal(actor, input.versionId)
  const [items, counts] = await Promise.all([
    deskItems(actor, leases).then((shown) => disguiseGolds(actor, shown, golds)),
    readQueue(actor),
    keepPresence(actor, leases[0]?.versionId ?? null),
  ])
  return { items, counts, warmUps }
}

async function explainRefusal(actor: ProjectActor, versionId: string): Promise<void> {
  const refusal = canTake(actor, await readStanding(db, actor, { versionId }))
  const settled = refusal && refusal.reason !== 'lease-lost'
  refuseDecision(settled ? refusal : { ...refusal, reason: 'draft-held' })
}
