import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { admitCall } from '@/lib/calls/admit-call'
import { gatherBatch } from '@/lib/calls/batches/gather-batch'
import { waitBatch } from '@/lib/calls/batches/wait-batch'
import { copyAnswer } from '@/lib/calls/copy-answer'
import { findAnswer } from '@/lib/calls/find-answer'
import type { KeptCall } from '@/lib/calls/find-answers'
import { hashRequest, sentParameters } from '@/lib/calls/hash-request'
import { keepShape, shapeOf } from '@/lib/calls/keep-shape'
import { keepWorker } from '@/lib/calls/keep-worker'
import { markLost } from '@/lib/calls/mark-lost'
import type { Session, Stored, StoredRequest } from '@/lib/calls/open-session'
import { priceCall } from '@/lib/calls/price-call'
import type { NewCall } from '@/lib/calls/reserve-calls'
import { sendCall } from '@/lib/calls/send-call'
import { db } from '@/lib/platform/db'
import { judgeSaid } from '@/lib/platform/llm/judge-said'
import type { FailureKind, Measured } from '@/lib/platform/llm/outcome'
import { timeId } from '@/lib/platform/time-id'

const FIRST_WAIT_MS = 20
const LONGEST_WAIT_MS = 500

const underWay = new Map<string, Promise<unknown>>()

/** Asks a model, or gives what it answered before: the same question of a project is paid once, whoever asks, and when. */
export async function callStored<Value = string>(
  session: Session,
  asked: StoredRequest<Value>,
): Promise<Stored<Value>> {
  const hash = hashRequest(session, asked)
  const key = `${session.projectId} ${hash}`
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(LONGEST_WAIT_MS, wait * 1.5)) {
    if (session.signal.aborted) return stopped
    const other = underWay.get(key)
    if (other) {
      await until(session.signal, other)
      continue
    }
    const attempt = answer(session, asked, hash)
    underWay.set(key, attempt)
    const result = await attempt.finally(() => underWay.delete(key))
    if (result) {
      session.onCall(result)
      return result
    }
    await until(session.signal, sleep(session.isBatch ? LONGEST_WAIT_MS : wait))
    if (wait === LONGEST_WAIT_MS) await markLost() // perhaps what is waited for
  }
}

/** Nothing, if others are at it, or hold the money: it is to be asked for again in a while. */
async function answer<Value>(
  session: Session,
  asked: StoredRequest<Value>,
  hash: string,
): Promise<Stored<Value> | undefined> {
  if (asked.output) await keepShape(asked.output)
  if (session.isBatch) return answerInBatch(session, asked, hash)
  const workerId = await keepWorker(session.connection.id)
  const admission = await admitCall(session.projectId, {
    ...{ hash, freshSince: asked.fresh ? session.freshSince : null },
    keepsAnswers: asked.fresh === 'unanswered',
    make: () => newCall(session, asked, { hash, workerId }),
  })
  if (admission === 'busy' || admission === 'later') return undefined
  if (typeof admission === 'string') return overBudget(admission)
  if ('reserved' in admission) return sendCall(session, asked, admission.reserved)
  return give(session, asked, admission.kept)
}

async function answerInBatch<Value>(
  session: Session,
  asked: StoredRequest<Value>,
  hash: string,
): Promise<Stored<Value> | undefined> {
  const kept = await findAnswer(session.projectId, hash)
  const isStale = kept?.state === 'settled' && asked.fresh && kept.startedAt < session.freshSince
  if (kept && !isStale) {
    if (kept.state === 'settled') return give(session, asked, kept)
    return kept.batchId === null
      ? undefined
      : toldByBatch(session, asked, { hash, callId: kept.id, batchId: kept.batchId })
  }
  const call = newCall(session, asked, { hash, workerId: null })
  const { result, batchId } = await gatherBatch(session, call)
  if (result === 'over-total' || result === 'over-day') return overBudget(result)
  return result === 'reserved' ? toldByBatch(session, asked, { hash, callId: call.id, batchId }) : undefined
}

/** Waits for a batch. What this job has asked in it was paid by this job; an answer to others is found in the store. */
async function toldByBatch<Value>(
  session: Session,
  asked: StoredRequest<Value>,
  { hash, callId, batchId }: { hash: string; callId: string; batchId: string },
): Promise<Stored<Value> | undefined> {
  await until(session.signal, waitBatch(batchId))
  const call = await db.modelCall.findUnique({ where: { id: callId } })
  if (!call?.outcome) return undefined
  if (call.outcome !== 'failed') {
    const kept = await findAnswer(session.projectId, hash)
    if (kept?.id !== callId || call.jobRunId !== session.jobRunId) return undefined
    return { ...giveKept(kept, asked), fromStore: false, cost: Number(call.cost) }
  }
  const { attempts, latencyMs, message } = call
  const failure = call.failure as FailureKind
  return {
    ...{ kind: 'failed', failure, message, status: null, retryAfterMs: null, raw: '', tokens: null },
    ...{ attempts, doubtful: 0, latencyMs: latencyMs ?? 0, finishReason: null, servedModel: null },
    ...{ callId, fromStore: false, cost: Number(call.cost) },
  }
}

async function give<Value>(
  session: Session,
  asked: StoredRequest<Value>,
  kept: KeptCall,
): Promise<Stored<Value> | undefined> {
  const callId = await ownCall(session, kept)
  return callId === undefined ? undefined : giveKept({ ...kept, id: callId }, asked)
}

/** The call in this project that an answer is shown by: of another project, or as a replay, it is a copy. */
async function ownCall(
  { projectId, jobRunId, replayOfId }: Session,
  kept: KeptCall,
): Promise<string | undefined> {
  const isForeign = kept.projectId !== projectId
  if (!isForeign && replayOfId === null) return kept.id
  return copyAnswer(kept.id, { projectId, jobRunId, replayOfId, holds: isForeign })
}

function giveKept<Value>(
  kept: KeptCall,
  { output }: StoredRequest<Value>,
): Exclude<Stored<Value>, { callId: null }> {
  const { outcome, raw, message, promptTokens, completionTokens, finishReason } = kept
  const measured: Measured = {
    ...{ attempts: kept.attempts, doubtful: 0, latencyMs: kept.latencyMs ?? 0, raw, finishReason },
    tokens: promptTokens === null ? null : { prompt: promptTokens, completion: completionTokens ?? 0 },
    servedModel: kept.servedModel,
  }
  const more = { ...measured, callId: kept.id, fromStore: true, cost: 0 }
  if (outcome === 'refused') return { ...more, kind: 'refused', message }
  // Read again: what was malformed for the code of then may not be for the code of now.
  return { ...more, ...judgeSaid({ raw, refusal: null, finishReason }, output) }
}

function newCall(
  session: Session,
  asked: StoredRequest<unknown>,
  { hash, workerId }: { hash: string; workerId: string | null },
): NewCall {
  const { connection, connectionName, jobRunId, role, model, price, replayOfId } = session
  const { about, turn, wordsHash, inputHash, input, messages, candidate = 0, output } = asked
  const [prompt = '', version = '0'] = asked.prompt.split('@')
  return {
    ...{ id: timeId(), connectionId: connection.id, connectionName, jobRunId, workerId, batchId: null },
    ...{ prompt, version: Number(version), wordsHash, inputHash, requestHash: hash, turn, role, model },
    ...{ parameters: sentParameters(asked), shapeHash: output ? shapeOf(output).hash : null, candidate },
    ...{ aboutKind: about.kind, aboutCorpusId: about.corpusId, aboutKey: about.key },
    ...{
      beforeId: asked.beforeId ?? null,
      replayOfId,
      decisionIds: asked.decisionIds ?? [],
      input,
      messages,
    },
    ...{ reserved: priceCall(session, asked), price, freshSince: asked.fresh ? session.freshSince : null },
  }
}

const stopped = {
  ...{ kind: 'stopped' as const, message: 'It was stopped before it was asked.' },
  ...{ callId: null, fromStore: false as const, cost: 0 as const },
}

function overBudget(limit: 'over-total' | 'over-day') {
  const message =
    limit === 'over-total'
      ? 'The budget of the project is used up.'
      : 'The budget of the project for today is used up.'
  return { ...stopped, kind: 'over-budget' as const, message }
}

async function until(signal: AbortSignal, event: Promise<unknown>): Promise<void> {
  const over = new AbortController()
  const aborted = once(signal, 'abort', { signal: over.signal })
  await Promise.race([event, aborted]).catch(() => undefined)
  over.abort()
}
