import type { Session, Stored, StoredRequest } from '@/lib/calls/call-stored'
import { sentParameters } from '@/lib/calls/hash-request'
import { holdWorker } from '@/lib/calls/keep-worker'
import { priceOutcome } from '@/lib/calls/price-call'
import { type NewCall, reserveMore } from '@/lib/calls/reserve-calls'
import { type Settlement, settleCalls } from '@/lib/calls/settle-calls'
import { gatherWork } from '@/lib/platform/gather-work'
import { callModel } from '@/lib/platform/llm/call-model'
import type { Outcome } from '@/lib/platform/llm/outcome'

const settle = gatherWork(settleCalls)

/** Sends a call that was reserved, and keeps what came of it before anybody is told. */
export async function sendCall<Value>(
  session: Session,
  asked: StoredRequest<Value>,
  { id: callId, reserved: worst }: NewCall,
): Promise<Stored<Value>> {
  const { connection, model, projectId, signal, price } = session
  const { prompt, messages, output } = asked
  const release = holdWorker()
  try {
    const outcome = await callModel<Value>(
      connection,
      { prompt, model, messages, parameters: sentParameters(asked), ...(output && { output }) },
      { signal, mayPayAgain: () => reserveMore(projectId, { callId, sum: worst }) },
    )
    const money = priceOutcome(outcome, { price, worst })
    await settle(projectId, settlementOf(callId, outcome, money))
    return { ...outcome, callId, fromStore: false, cost: money.cost }
  } finally {
    release()
  }
}

function settlementOf(
  id: string,
  outcome: Outcome<unknown>,
  money: { cost: number; presumed: number },
): Settlement {
  const { kind, tokens, attempts, latencyMs, finishReason, servedModel, raw } = outcome
  return {
    ...{ id, outcome: kind, failure: kind === 'failed' ? outcome.failure : null },
    message: 'message' in outcome ? outcome.message : '',
    ...{
      attempts,
      latencyMs,
      promptTokens: tokens?.prompt ?? null,
      completionTokens: tokens?.completion ?? null,
    },
    ...{ finishReason, servedModel, ...money, raw, value: kind === 'answer' ? outcome.value : null },
  }
}
