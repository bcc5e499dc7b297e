import type { Settlement } from '@/lib/calls/settle-calls'
import type { Outcome } from '@/lib/platform/llm/outcome'

/** What came of a call, as it is kept. */
export function writeSettlement(
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
