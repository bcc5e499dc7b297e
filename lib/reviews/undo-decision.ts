import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { decisionViews, deskItems } from '@/lib/reviews/queries'
import { readQueue } from '@/lib/reviews/read-queue'
import type { DecisionView, DeskItem, QueueCounts } from '@/lib/reviews/schema'
import { takeBackDecision } from '@/lib/reviews/take-back-decision'

/** Takes back the caller's last decision, or the one named, and says what stands now. */
export async function undoDecision(
  actor: ProjectActor,
  input: { decisionId?: string; requestKey: string },
): Promise<{ decision: DecisionView; undone: DecisionView; item: DeskItem; counts: QueueCounts }> {
  const done = await takeBackDecision(actor, input)
  const [[decision, undone], [item], counts] = await Promise.all([
    decisionViews([done.undoId, done.decisionId]),
    deskItems(actor, [await leaseOf(done.versionId)]),
    readQueue(actor),
  ])
  return { decision: decision!, undone: undone!, item: item!, counts }
}

/** Until when the draft is held; a moment that has passed when the answer is given a second time. */
async function leaseOf(versionId: string): Promise<{ versionId: string; leasedUntil: Date }> {
  const place = await db.reviewSlot.findFirst({
    where: { versionId, closedAt: null, leasedUntil: { not: null } },
    select: { leasedUntil: true },
  })
  return { versionId, leasedUntil: place?.leasedUntil ?? new Date(0) }
}
