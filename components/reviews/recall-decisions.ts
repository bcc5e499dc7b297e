import { closedDesk, type DeskState, type Done, nextDesk } from '@/components/reviews/desk-state'
import type { OutboxView } from '@/components/reviews/outbox'
import type { Content } from '@/lib/artifacts/model'

/** After a reload, decisions that are still unsent are known as decided, and can be taken back. */
export function recallDecisions(outbox: OutboxView): DeskState {
  const deeds = outbox.unsent.map((entry) => entry.deed)
  const undone = new Set(deeds.flatMap((deed) => (deed.kind === 'undo' && deed.of ? [deed.of] : [])))
  const recalled = deeds
    .filter((deed) => deed.kind === 'decide')
    .filter((deed) => !undone.has(deed.requestKey))
    .reduce((state, { requestKey, item, body }) => {
      const content = body.verdict === 'edit' ? (body.content as Content) : null
      const done: Done = { requestKey, item, verdict: body.verdict, content, decisionId: null }
      return nextDesk(state, { type: 'decided', done })
    }, closedDesk)
  return { ...recalled, lastDeed: null } // done before: no news
}
