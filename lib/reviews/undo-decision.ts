import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { ProjectActor } from '@/lib/projects/model'
import { disguiseGolds } from '@/lib/reviews/gold/disguise-golds'
import { answersById } from '@/lib/reviews/gold/read-answers'
import { type UndoneAnswer, undoGold } from '@/lib/reviews/gold/undo-gold'
import { decisionViews, deskItems } from '@/lib/reviews/queries'
import { readQueue } from '@/lib/reviews/read-queue'
import type { DecisionView, DeskItem, QueueCounts } from '@/lib/reviews/schema'
import { takeBackDecision } from '@/lib/reviews/take-back-decision'

type Answer = { decision: DecisionView; undone: DecisionView; item: DeskItem; counts: QueueCounts }

/** Takes back the caller's last decision, or the one named, and says what stands now. */
export async function undoDecision(
  actor: ProjectActor,
  input: { decisionId?: string; requestKey: string },
): Promise<Answer> {
  const answer = await undoGold(actor, input)
  if (answer) return showAnswer(actor, answer)
  const done = await takeBackDecision(actor, input)
  const [[decision, undone], [item], counts] = await Promise.all([
    decisionViews([done.undoId, done.decisionId]),
    deskItems(actor, [await leaseOf(done.versionId)]),
    readQueue(actor),
  ])
  return { decision: decision!, undone: undone!, item: item!, counts }
}

async function showAnswer(
  actor: ProjectActor,
  { undoId, answerId, versionId }: UndoneAnswer,
): Promise<Answer> {
  const leasedUntil = new Date(Date.now() + env().GLOSS_LEASE_SECONDS * 1000)
  const [[decision, undone], shown, counts] = await Promise.all([
    answersById(db, [undoId, answerId]),
    deskItems(actor, [{ versionId, leasedUntil }]),
    readQueue(actor),
  ])
  const [item] = await disguiseGolds(actor, shown, new Set([versionId]))
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
