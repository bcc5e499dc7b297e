import { setTimeout as sleep } from 'node:timers/promises'
import { judgeSaid } from '@/lib/platform/llm/judge-said'
import { type Connection, clientOf } from '@/lib/platform/llm/make-client'
import type { Failure, Measured, Outcome } from '@/lib/platform/llm/outcome'
import { pacerOf } from '@/lib/platform/llm/pace-calls'
import { postChat } from '@/lib/platform/llm/post-chat'
import { hideKey, readFailure } from '@/lib/platform/llm/read-failure'
import { readStream, readWhole, type Said } from '@/lib/platform/llm/read-said'
import { type ModelRequest, writeRequest } from '@/lib/platform/llm/write-request'

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000
/** A service that wants to be left alone for longer than this is a failure that people should see. */
const LONGEST_RETRY_AFTER_MS = 120_000
/** The model may have been at work already. */
const DOUBTFUL = new Set<string>(['timeout', 'cut', 'cancelled'])
const MAY_PASS = new Set<string>(['rate-limited', 'server', 'timeout', 'cut', 'unreachable'])

/**
 * Asks a model once, and again where what went wrong may pass by itself. Never throws for what a service or a model does: that is
 * an outcome. What a model said badly is not asked again here, as it was paid.
 */
export async function callModel<Value = string>(
  connection: Connection,
  request: ModelRequest<Value>,
  {
    signal = new AbortController().signal,
    mayPayAgain = async () => true,
  }: {
    signal?: AbortSignal
    /** Asked before it is sent again after an attempt that may have been paid; without leave it ends there. */
    mayPayAgain?: () => Promise<boolean>
  } = {},
): Promise<Outcome<Value>> {
  const began = performance.now()
  const pacer = pacerOf(connection.id, connection.pace)
  const none: Measured = {
    attempts: 0,
    doubtful: 0,
    latencyMs: 0,
    tokens: null,
    finishReason: null,
    raw: '',
    servedModel: null,
  }
  const measured = (attempts: number, more: Partial<Measured> = {}): Measured => ({
    ...{ ...none, ...more, attempts, doubtful },
    latencyMs: Math.round(performance.now() - began),
  })
  let doubtful = 0
  for (let attempt = 1; ; attempt++) {
    const place = await pacer.enter(signal).catch(() => undefined)
    if (!place) return { ...measured(attempt - 1), kind: 'failed', ...cancelled }
    const said: Said = { raw: '', refusal: null, tokens: null, finishReason: null, servedModel: null }
    const failure = await ask(connection, { request, said, signal }).finally(place.leave)
    hideKeyIn(said, connection.key)
    if (!failure) {
      place.succeeded()
      return { ...measured(attempt, pickMeasured(said)), ...judgeSaid(said, request.output) }
    }
    if (failure.failure === 'rate-limited') place.limited(failure.retryAfterMs)
    const isDoubtful = DOUBTFUL.has(failure.failure)
    if (isDoubtful) doubtful++
    const wait = waitFor(failure, attempt)
    const isLast = attempt >= connection.attempts || wait === undefined
    if (isLast || (isDoubtful && !(await mayPayAgain())))
      return { ...measured(attempt, pickMeasured(said)), kind: 'failed', ...failure }
    await sleep(wait, undefined, { signal }).catch(() => undefined)
  }
}

const cancelled: Failure = {
  failure: 'cancelled',
  status: null,
  message: 'The call was stopped.',
  retryAfterMs: null,
}

/** One attempt, within its time. Fills `said` as far as it comes. */
async function ask<Value>(
  connection: Connection,
  { request, said, signal }: { request: ModelRequest<Value>; said: Said; signal: AbortSignal },
): Promise<Failure | undefined> {
  const attempt = new AbortController()
  const stop = () => attempt.abort()
  const inTime = setTimeout(stop, connection.timeoutMs)
  signal.addEventListener('abort', stop, { once: true })
  const options = { signal: attempt.signal, headers: { 'x-gloss-prompt': request.prompt } }
  const body = writeRequest(connection, request)
  try {
    if (request.stream)
      await readStream(
        await clientOf(connection).chat.completions.create(
          { ...body, stream: true, stream_options: { include_usage: true } },
          options,
        ),
        said,
      )
    else readWhole(await postChat(connection, body, options), said)
    attempt.signal.throwIfAborted() // the client ends an aborted stream as if it were whole
    return undefined
  } catch (error) {
    if (signal.aborted) return cancelled
    if (!attempt.signal.aborted) return readFailure(error, connection.key)
    const message = `No answer within ${connection.timeoutMs / 1000} s.`
    return { ...cancelled, failure: 'timeout', message }
  } finally {
    clearTimeout(inTime)
    signal.removeEventListener('abort', stop)
  }
}

/** How long to wait before the next attempt; nothing for what will not pass by itself. */
function waitFor({ failure, retryAfterMs }: Failure, attempt: number): number | undefined {
  if (!MAY_PASS.has(failure) || (retryAfterMs ?? 0) > LONGEST_RETRY_AFTER_MS) return undefined
  if (retryAfterMs !== null) return retryAfterMs
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1))
  return longest * (0.5 + Math.random() / 2)
}

function hideKeyIn(said: Said, key: string | null): void {
  said.raw = hideKey(said.raw, key).replaceAll('\0', '') // which no database keeps
  said.refusal = said.refusal && hideKey(said.refusal, key)
  said.servedModel = said.servedModel && hideKey(said.servedModel, key)
}

function pickMeasured({ raw, tokens, finishReason, servedModel }: Said): Partial<Measured> {
  return { raw, tokens, finishReason, servedModel }
}
