import type { ArtifactKind } from '@/lib/artifacts/model'
import { db, isUniqueViolation } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { keepPresence } from '@/lib/reviews/keep-presence'
import { canTake, mayJudge } from '@/lib/reviews/model'
import { deskItems } from '@/lib/reviews/queries'
import { readQueue } from '@/lib/reviews/read-queue'
import { readStanding } from '@/lib/reviews/read-standing'
import { refuseDecision } from '@/lib/reviews/refuse-decision'
import type { DeskItem, QueueCounts } from '@/lib/reviews/schema'
import { takePlaces } from '@/lib/reviews/take-places'

type Wanted = { count?: number; kind?: ArtifactKind; versionId?: string; includeSkipped?: boolean }

/** Takes the next drafts for this reviewer; nobody else gets them while the lease lasts. What they hold already comes first. */
export async function leaseDrafts(
  actor: ProjectActor,
  input: Wanted,
): Promise<{ items: DeskItem[]; counts: QueueCounts }> {
  refuseDecision(mayJudge(actor))
  const taken = await takePlaces(actor, input).catch((error: unknown) => {
    // Two requests of one person reached for two places of one draft at once; the second time sees the first's.
    if (isUniqueViolation(error)) return takePlaces(actor, input)
    throw error
  })
  if (input.versionId && !taken.some(({ versionId }) => versionId === input.versionId))
    await explainRefusal(actor, input.versionId)
  const [items, counts] = await Promise.all([
    deskItems(actor, taken),
    readQueue(actor),
    keepPresence(actor, taken[0]?.versionId ?? null),
  ])
  return { items, counts }
}

async function explainRefusal(actor: ProjectActor, versionId: string): Promise<void> {
  const refusal = canTake(actor, await readStanding(db, actor, { versionId }))
  const settled = refusal && refusal.reason !== 'lease-lost'
  refuseDecision(settled ? refusal : { ...refusal, reason: 'draft-held' })
}
