import { sentParameters } from '@/lib/calls/hash-request'
import { holdWorker } from '@/lib/calls/keep-worker'
import type { Session, Stored, StoredRequest } from '@/lib/calls/open-session'
import { priceOutcome } from '@/lib/calls/price-call'
import { type NewCall, reserveMore } from '@/lib/calls/reserve-calls'
import { settleCalls } from '@/lib/calls/settle-calls'
import { writeSettlement } from '@/lib/calls/write-settlement'
import { gatherWork } from '@/lib/platform/gather-work'
import { callModel } from '@/lib/platform/llm/call-model'

/** A transaction for each would be dear; whoever asked can spare it. */
const SETTLE_EVERY_MS = 20

const settle = gatherWork(settleCalls, { everyMs: SETTLE_EVERY_MS })

/** Sends a call that was reserved, and keeps what came of it before anybody is told. */
export async function sendCall<Value>(
  session: Session,
  asked: StoredRequest<Value>,
  { id: callId, reserved: worst }: NewCall,
): Promise<Stored<Value>> {
  const { connection, model, projectId, signal, price } = session
  const { prompt, messages, output } = asked
  const release = holdWorker(connection.id)
  try {
    const outcome = await callModel<Value>(
      connection,
      { prompt, model, messages, parameters: sentParameters(asked), ...(output && { output }) },
      { signal, mayPayAgain: () => reserveMore(projectId, { callId, sum: worst }) },
    )
    const money = priceOutcome(outcome, { price, worst })
    await settle(projectId, writeSettlement(callId, outcome, money))
    return { ...outcome, callId, fromStore: false, cost: money.cost }
  } finally {
    release()
  }
}
