import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { copyAnswer } from '@/lib/calls/copy-answer'
import { findAnswers, type KeptCall } from '@/lib/calls/find-answers'
import { keepShape, shapeOf } from '@/lib/calls/keep-shape'
import { keepWorker } from '@/lib/calls/keep-worker'
import { markLost } from '@/lib/calls/mark-lost'
import { type About, type CallTurn, costOf, mostPromptTokens, type Price } from '@/lib/calls/model'
import { type NewCall, reserveCalls, reserveMore } from '@/lib/calls/reserve-calls'
import { type Settlement, settleCalls } from '@/lib/calls/settle-calls'
import type { ConnectionRole, RoleSettings } from '@/lib/connections/model'
import { gatherWork } from '@/lib/platform/gather-work'
import { sha256 } from '@/lib/platform/hash'
import { callModel } from '@/lib/platform/llm/call-model'
import type { Output } from '@/lib/platform/llm/json-schema-of'
import { judgeSaid } from '@/lib/platform/llm/judge-said'
import type { Connection } from '@/lib/platform/llm/make-client'
import type { Measured, Outcome } from '@/lib/platform/llm/outcome'
import { timeId } from '@/lib/platform/time-id'

/** For whom, with whom and on whose budget models are asked. */
export type Session = {
  projectId: string
  connection: Connection
  connectionName: string
  role: ConnectionRole
  model: string
  price: Price | null
  jobRunId: string | null
  /** What is asked anew is asked once in a job, however often the job begins again. */
  freshSince: Date
  signal: AbortSignal
  replayOfId: string | null
  /** How the role is asked, where its connection says so. */
  settings: Omit<RoleSettings, 'model'>
  /** Hears of every call. */
  onCall(call: Stored<unknown>): void
}

export type StoredRequest<Value> = {
  /** `draft-guideline@3`. */
  prompt: string
  wordsHash: string
  turn: CallTurn
  messages: { role: 'system' | 'user' | 'assistant'; content: string }[]
  output?: Output<Value>
  parameters: { temperature?: number; topP?: number; maxTokens: number; seed?: number }
  inputHash: string
  input: unknown
  about: About
  decisionIds?: string[]
  candidate?: number
  fresh?: boolean
  beforeId?: string | null
}

export type Stored<Value> =
  | (Outcome<Value> & { callId: string; fromStore: boolean; cost: number })
  | { kind: 'over-budget' | 'stopped'; message: string; callId: null; fromStore: false; cost: 0 }

const find = gatherWork(async (projectId: string, hashes: string[]) => {
  const found = await findAnswers(projectId, hashes)
  return hashes.map((hash) => found.get(hash))
})
const reserve = gatherWork(reserveCalls)
const settle = gatherWork(settleCalls)
const underWay = new Map<string, Promise<unknown>>()

/** Asks a model, or gives what it answered before: the same question of a project is paid once, whoever asks, and when. */
export async function callStored<Value = string>(
  session: Session,
  asked: StoredRequest<Value>,
): Promise<Stored<Value>> {
  const hash = requestHash(session, asked)
  const key = `${session.projectId} ${hash}`
  for (let wait = 20; ; wait = Math.min(500, wait * 1.5)) {
    if (session.signal.aborted) return stopped
    const other = underWay.get(key)
    if (other) {
      await until(session.signal, other)
      continue
    }
    const attempt = answer(session, asked, hash)
    underWay.set(key, attempt)
    const result = await attempt.finally(() => underWay.delete(key))
    if (typeof result !== 'string') {
      session.onCall(result)
      return result
    }
    await until(session.signal, sleep(wait))
    if (wait === 500) await markLost() // perhaps of the one that is waited for
  }
}

/** `busy` and `later` ask to come again. */
async function answer<Value>(
  session: Session,
  asked: StoredRequest<Value>,
  hash: string,
): Promise<Stored<Value> | 'busy' | 'later'> {
  const { projectId } = session
  const kept = await find(projectId, hash)
  if (kept && !(asked.fresh && kept.startedAt < session.freshSince)) {
    if (kept.state === 'reserved') return 'busy'
    const callId = await ownCall(session, kept)
    return callId === undefined ? 'busy' : fromKept({ ...kept, id: callId }, asked)
  }
  const worst = worstCost(session, asked)
  const shapeHash = asked.output ? await keepShape(asked.output) : null
  const call = newCall(session, asked, { hash, worst, shapeHash, workerId: await keepWorker() })
  const reserved = await reserve(projectId, call)
  if (reserved === 'busy' || reserved === 'later') return reserved
  if (reserved !== 'reserved') return overBudget(reserved)
  return send(session, asked, { callId: call.id, worst })
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

async function send<Value>(
  session: Session,
  asked: StoredRequest<Value>,
  { callId, worst }: { callId: string; worst: number },
): Promise<Stored<Value>> {
  const { connection, model, projectId, signal } = session
  const { prompt, messages, output } = asked
  const beating = setInterval(() => void keepWorker().catch(() => undefined), 2_000)
  try {
    const outcome = await callModel<Value>(
      connection,
      { prompt, model, messages, parameters: sentParameters(asked), ...(output && { output }) },
      { signal, mayPayAgain: () => reserveMore(projectId, { callId, sum: worst }) },
    )
    const { cost, presumed } = priceOutcome(outcome, { price: session.price, worst })
    await settle(projectId, settlementOf(callId, outcome, { cost, presumed }))
    return { ...outcome, callId, fromStore: false, cost }
  } finally {
    clearInterval(beating)
  }
}

function fromKept<Value>(kept: KeptCall, { output }: StoredRequest<Value>): Stored<Value> {
  const { outcome, raw, message, promptTokens, completionTokens } = kept
  const measured: Measured = {
    ...{ attempts: kept.attempts, doubtful: 0, latencyMs: kept.latencyMs ?? 0, raw },
    tokens: promptTokens === null ? null : { prompt: promptTokens, completion: completionTokens ?? 0 },
    ...{ finishReason: kept.finishReason, servedModel: kept.servedModel },
  }
  const more = { ...measured, callId: kept.id, fromStore: true, cost: 0 }
  if (outcome === 'refused') return { ...more, kind: 'refused', message }
  // Read again: what was malformed for the code of then may not be for the code of now.
  return { ...more, ...judgeSaid({ raw, refusal: null, finishReason: kept.finishReason }, output) }
}

/** What came of it in money. What was sent and not answered may have been paid: it counts with the most that it can have cost. */
function priceOutcome(
  { kind, tokens, doubtful }: Measured & { kind: string },
  { price, worst }: { price: Price | null; worst: number },
): { cost: number; presumed: number } {
  const told = tokens ? costOf(tokens, price ?? undefined) : 0
  const untold = kind !== 'failed' && !tokens ? worst : 0
  const presumed = doubtful * worst + untold
  return { cost: told + presumed, presumed }
}

function settlementOf<Value>(
  id: string,
  outcome: Outcome<Value>,
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

function newCall<Value>(
  session: Session,
  asked: StoredRequest<Value>,
  {
    hash,
    worst,
    shapeHash,
    workerId,
  }: { hash: string; worst: number; shapeHash: string | null; workerId: string },
): NewCall {
  const { connection, connectionName, jobRunId, role, model, price, replayOfId } = session
  const [prompt = '', version = '0'] = asked.prompt.split('@')
  const { about, turn, wordsHash, inputHash, input, messages } = asked
  return {
    ...{ id: timeId(), connectionId: connection.id, connectionName, jobRunId, workerId, batchId: null },
    ...{
      prompt,
      version: Number(version),
      wordsHash,
      inputHash,
      requestHash: hash,
      shapeHash,
      turn,
      role,
      model,
    },
    ...{ parameters: sentParameters(asked), candidate: asked.candidate ?? 0, reserved: worst, price },
    ...{ aboutKind: about.kind, aboutCorpusId: about.corpusId, aboutKey: about.key },
    ...{
      beforeId: asked.beforeId ?? null,
      replayOfId,
      decisionIds: asked.decisionIds ?? [],
      input,
      messages,
    },
    freshSince: asked.fresh ? session.freshSince : null,
  }
}

/** Several answers to one question differ by their seed, where the service knows seeds. */
function sentParameters<Value>({ parameters, candidate = 0 }: StoredRequest<Value>) {
  return candidate === 0 ? parameters : { ...parameters, seed: (parameters.seed ?? 0) + candidate }
}

function worstCost<Value>(
  { price }: Session,
  { messages, output, parameters }: StoredRequest<Value>,
): number {
  if (!price) return 0
  const texts = messages.map(({ content }) => content)
  if (output) texts.push(shapeOf(output).text)
  return costOf({ prompt: mostPromptTokens(texts), completion: parameters.maxTokens }, price)
}

/** The same for the same question to the same model, whatever prompt or code made it. */
function requestHash<Value>({ connection, model }: Session, asked: StoredRequest<Value>): string {
  const { baseUrl, jsonMode } = connection
  const { temperature = null, topP = null, maxTokens, seed = null } = sentParameters(asked)
  const { messages, candidate = 0, output } = asked
  const words = messages.map(({ role, content }) => [role, content])
  const shape = output && jsonMode === 'schema' ? shapeOf(output).text : null
  const parameters = [temperature, topP, maxTokens, seed]
  return sha256(
    JSON.stringify([baseUrl, model, output ? jsonMode : null, parameters, candidate, words, shape]),
  )
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
