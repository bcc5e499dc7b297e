import {
  type DraftingResult,
  type MissedDraft,
  NAMED_MISSES,
  type UnansweredOutcome,
} from '@/lib/artifacts/drafting/model'
import type { DraftOutcome } from '@/lib/artifacts/propose-draft'
import type { Asked, Caller } from '@/lib/calls/model'
import { db } from '@/lib/platform/db'
import { AppError, Cancelled } from '@/lib/platform/errors'
import type { JobContext } from '@/lib/platform/jobs'

/** What became of one thing that a model was to draft. */
export type EachOutcome = { key: string; outcome: DraftOutcome } | MissedDraft

export type DraftCounts = { drafted: number; unchanged: number; left: number }

/** So many failures, one after the other and without an answer in between, are no accident: the rest is not tried. */
const MOST_FAILURES = 12
const HEARTBEAT_MS = 500

type Given<Item> = {
  caller: Caller
  context: JobContext
  isBatch: boolean
  /** One question, or several about one thing, and what came of it: one draft or several. */
  draft(item: Item, ask: Caller['ask']): Promise<EachOutcome[]>
  /** What was done before this job began again, or was to be left alone. */
  before?: DraftCounts
  /** How each outcome is told in the job's log; `missed` for what came to nothing. */
  notes: Record<DraftOutcome, string>
}

/**
 * Drafts many things by models, as many at once as the connection bears. Each is finished by itself, so that a job that begins again
 * goes on; what is answered already is answered by the store. An empty budget and a service that does not answer end the job with what
 * a person can do about it; cancelling ends what is under way at once.
 */
export async function draftEach<Item>(items: readonly Item[], given: Given<Item>): Promise<DraftingResult> {
  const { caller, context, before = { drafted: 0, unchanged: 0, left: 0 } } = given
  const counts = { ...before }
  const missed: MissedDraft[] = []
  const done = () => before.drafted + before.unchanged + before.left + finished
  const total = countOf(before) + items.length
  const stop: { why?: MissedDraft } = {}
  let finished = 0
  let failures = 0
  const report = () =>
    context.progress({
      done: done(),
      total,
      step: { key: 'askingModels', params: { calls: caller.tally().calls, drafted: counts.drafted } },
    })
  // A cancelled job is told so between two answers, too: the signal ends the calls that are under way.
  const beating = setInterval(() => void report().catch(() => undefined), HEARTBEAT_MS)
  const ask = askUnanswered(caller, context.runId)
  const finish = (outcome: EachOutcome) => {
    if (!('why' in outcome)) {
      failures = 0
      counts[outcome.outcome]++
      context.note({ key: given.notes[outcome.outcome], params: { label: outcome.key } })
      return
    }
    failures = outcome.outcome === 'failed' ? failures + 1 : 0
    if (outcome.outcome === 'over-budget' || outcome.outcome === 'cancelled') stop.why ??= outcome
    else if (failures >= MOST_FAILURES) stop.why ??= outcome
    missed.push(outcome)
    context.note({
      key: 'draftMissed',
      params: {
        label: outcome.key,
        outcome: outcome.outcome.replace('over-budget', 'overBudget'),
        why: outcome.why,
      },
    })
  }
  try {
    await report()
    const queue = items.values()
    const lane = async () => {
      for (const item of queue) {
        if (stop.why || context.signal.aborted) return
        const outcomes = await given.draft(item, ask)
        finished++
        outcomes.forEach(finish)
      }
    }
    const width = given.isBatch ? items.length : Math.min(items.length, caller.width)
    await Promise.all(Array.from({ length: width }, lane))
  } finally {
    clearInterval(beating)
  }
  if (context.signal.aborted || stop.why?.outcome === 'cancelled') throw new Cancelled()
  if (stop.why) throw stopped(stop.why, { drafted: counts.drafted, open: total - done() + missed.length })
  await context.progress({
    done: total,
    total,
    step: { key: 'modelsAsked', params: { ...counts, failed: missed.length } },
  })
  return {
    ...{ ...counts, failed: missed.length, missed: missed.slice(0, NAMED_MISSES) },
    ...{ asked: caller.tally(), connectionId: caller.connectionId },
  }
}

const countOf = ({ drafted, unchanged, left }: DraftCounts) => drafted + unchanged + left

/**
 * Asks anew what an earlier job got no good answer to, and only that. Where each turn was answered and the whole still does not hold, all
 * of it is asked again. Within one job everything is asked once, also when the job begins again.
 */
function askUnanswered({ ask }: Caller, runId: string): Caller['ask'] {
  return async (prompt, input, options) => {
    const first = await ask(prompt, input, { fresh: 'unanswered', ...options })
    if (first.outcome !== 'malformed') return first
    const own = await db.modelCall.count({ where: { id: { in: first.callIds }, jobRunId: runId } })
    return own > 0 ? first : ask(prompt, input, { ...options, fresh: true })
  }
}

/** Something that brought no answer, for the job's result. */
export function missedOf(key: string, asked: Asked<unknown>): MissedDraft {
  if (asked.outcome === 'answer') return faultyOf(key, { why: '', callIds: asked.callIds })
  const outcome: UnansweredOutcome = asked.outcome
  return { key, outcome, why: asked.message.slice(0, 600), callIds: asked.callIds }
}

/** Something that was answered, and the answer does not hold. */
export function faultyOf(key: string, { why, callIds }: { why: string; callIds: string[] }): MissedDraft {
  return { key, outcome: 'faulty', why: why.slice(0, 600), callIds }
}

function stopped({ outcome, why }: MissedDraft, params: { drafted: number; open: number }): AppError {
  if (outcome === 'over-budget')
    return new AppError(
      'conflict',
      `${why} ${params.drafted} drafted, ${params.open} left. What is drafted stays. Raise the limit, then let it go on: only what is missing is asked.`,
      { reason: 'over-budget', params },
    )
  return new AppError(
    'conflict',
    `The service has not answered ${MOST_FAILURES} times in a row: ${why} ${params.drafted} drafted, ${params.open} left. Test the connection, then let it go on.`,
    { reason: 'models-silent', params: { ...params, why } },
  )
}
