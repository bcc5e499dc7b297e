import type { ProjectActor } from '@/lib/projects/model'
import { commitDecision } from '@/lib/reviews/commit-decision'
import { lotKey } from '@/lib/reviews/lots/model'
import type { DecideLotInput, LotAnswer, LotResult } from '@/lib/reviews/lots/schema'
import { tryDeed } from '@/lib/reviews/lots/try-deed'
import { mayJudge } from '@/lib/reviews/model'
import { readQueue } from '@/lib/reviews/read-queue'
import { refuseDecision } from '@/lib/reviews/refuse-decision'
import type { DecideDraftInput } from '@/lib/reviews/schema'

/**
 * Decides many drafts alike, each in a transaction of its own and with every check of a single decision. What cannot be decided is
 * told with its reason and stops nothing else.
 */
export async function decideLot(actor: ProjectActor, lot: DecideLotInput): Promise<LotAnswer> {
  refuseDecision(mayJudge(actor))
  const results: LotResult[] = []
  for (const deed of deedsOf(lot))
    results.push(await tryDeed(deed.versionId, () => commitDecision(actor, deed)))
  return { results, counts: await readQueue(actor) }
}

function deedsOf(lot: DecideLotInput): DecideDraftInput[] {
  const elapsedMs = Math.round(lot.elapsedMs / lot.items.length)
  const { comment, requestKey } = lot
  const common = (at: number) => ({ comment, elapsedMs, requestKey: lotKey(requestKey, at) })
  switch (lot.verdict) {
    case 'approve':
      return lot.items.map((item, at) => ({ ...item, ...common(at), verdict: 'approve' }))
    case 'edit':
      return lot.items.map((item, at) => ({ ...item, ...common(at), verdict: 'edit' }))
    case 'reject': {
      const { reasonCode } = lot
      return lot.items.map((item, at) => ({ ...item, ...common(at), verdict: 'reject', reasonCode }))
    }
  }
}
