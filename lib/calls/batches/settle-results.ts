import type { BatchCall } from '@/lib/calls/batches/read-batch-calls'
import { priceOutcome } from '@/lib/calls/price-call'
import { type Settlement, settleCalls } from '@/lib/calls/settle-calls'
import { writeSettlement } from '@/lib/calls/write-settlement'
import { judgeSaid } from '@/lib/platform/llm/judge-said'
import type { Failure, Outcome } from '@/lib/platform/llm/outcome'
import type { BatchResult } from '@/lib/platform/llm/run-batch'

const AT_ONCE = 250
const MAY_PASS = new Set<string>(['rate-limited', 'server', 'timeout', 'cut', 'unreachable'])

type Results =
  /** Nothing was answered. */
  | { calls: BatchCall[]; failure: Failure }
  | {
      calls: BatchCall[]
      results: BatchResult[]
      /** There is no further round: what failed has failed. */
      isLast: boolean
      /** Why a call is not among the results, where that is for good. */
      missing: Failure | null
    }

/** Keeps what came of the calls of a batch. Those that may fare better in a next round stay open. */
export async function settleResults(projectId: string, given: Results): Promise<void> {
  const settlements = given.calls.flatMap((call) => settlementOf(call, given) ?? [])
  for (let at = 0; at < settlements.length; at += AT_ONCE)
    await settleCalls(projectId, settlements.slice(at, at + AT_ONCE))
}

function settlementOf(call: BatchCall, given: Results): Settlement | undefined {
  const failed = (failure: Failure) => settle(call, { ...none, kind: 'failed', ...failure })
  if ('failure' in given) return failed(given.failure)
  const result = resultsById(given.results).get(call.id)
  if (!result) return given.missing ? failed(given.missing) : given.isLast ? failed(unanswered) : undefined
  if ('failure' in result)
    return given.isLast || !MAY_PASS.has(result.failure.failure) ? failed(result.failure) : undefined
  const { said } = result
  return settle(call, { ...none, ...said, attempts: 1, ...judgeSaid(said, call.request.output) })
}

const none = {
  ...{ attempts: 0, doubtful: 0, latencyMs: 0, tokens: null },
  ...{ finishReason: null, raw: '', servedModel: null },
}
const unanswered: Failure = {
  ...{ failure: 'server', status: null, retryAfterMs: null },
  message: 'The service left it out of its results.',
}

const byId = new WeakMap<BatchResult[], Map<string, BatchResult>>()

function resultsById(results: BatchResult[]): Map<string, BatchResult> {
  const known = byId.get(results) ?? new Map(results.map((result) => [result.id, result]))
  byId.set(results, known)
  return known
}

function settle({ id, price, reserved }: BatchCall, outcome: Outcome<unknown>): Settlement {
  return writeSettlement(id, outcome, priceOutcome(outcome, { price, worst: reserved }))
}
