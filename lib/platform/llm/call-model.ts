import { setTimeout as sleep } from 'node:timers/promises'
import type OpenAI from 'openai'
import { z } from 'zod'
import { type Connection, makeClient } from '@/lib/platform/llm/make-client'
import type { Failure, Measured, Outcome } from '@/lib/platform/llm/outcome'
import { pacerOf } from '@/lib/platform/llm/pace-calls'
import { hideKey, readFailure } from '@/lib/platform/llm/read-failure'
import { readJson } from '@/lib/platform/llm/read-json'
import { readStream, readWhole, type Said } from '@/lib/platform/llm/read-said'

export type ModelRequest<Value> = {
  /** Name and version, `draft-guideline@3`: goes along as a header. */
  prompt: string
  model: string
  messages: { role: 'system' | 'user' | 'assistant'; content: string }[]
  /** What the answer must be; without it, it is text. */
  output?: { name: string; schema: z.ZodType<Value> }
  parameters?: { temperature?: number; topP?: number; maxTokens?: number; seed?: number }
  /** Keeps what was said before a call was cut or stopped. */
  stream?: boolean
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000
/** A service that wants to be left alone for longer than this is a failure that people should see. */
const LONGEST_RETRY_AFTER_MS = 120_000
const MAY_PASS = new Set<string>(['rate-limited', 'server', 'timeout', 'cut', 'unreachable'])

/**
 * Asks a model once, and again where what went wrong may pass by itself. Never throws for what a service or a model does: that is
 * an outcome. What a model said badly is not asked again here, as it was paid.
 */
export async function callModel<Value = string>(
  connection: Connection,
  request: ModelRequest<Value>,
  { signal = new AbortController().signal }: { signal?: AbortSignal } = {},
): Promise<Outcome<Value>> {
  const began = performance.now()
  const pacer = pacerOf(connection.id, connection.pace)
  const none: Measured = {
    attempts: 0,
    latencyMs: 0,
    tokens: null,
    finishReason: null,
    raw: '',
    servedModel: null,
  }
  const measured = (attempts: number, more: Partial<Measured> = {}): Measured => ({
    ...{ ...none, ...more, attempts },
    latencyMs: Math.round(performance.now() - began),
  })
  for (let attempt = 1; ; attempt++) {
    const place = await pacer.enter(signal).catch(() => undefined)
    if (!place) return { ...measured(attempt - 1), kind: 'failed', ...cancelled }
    const said: Said = { raw: '', refusal: null, tokens: null, finishReason: null, servedModel: null }
    const failure = await ask(connection, { request, said, signal }).finally(place.leave)
    said.raw = hideKey(said.raw, connection.key)
    if (!failure) {
      place.succeeded()
      return { ...measured(attempt, pickMeasured(said)), ...judge(said, request) }
    }
    if (failure.failure === 'rate-limited') place.limited(failure.retryAfterMs)
    const wait = waitFor(failure, attempt)
    if (attempt >= connection.attempts || wait === undefined)
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
  const inTime = AbortSignal.timeout(connection.timeoutMs)
  const options = { signal: AbortSignal.any([signal, inTime]), headers: { 'x-gloss-prompt': request.prompt } }
  const body = bodyOf(connection, request)
  const { completions } = makeClient(connection).chat
  try {
    if (request.stream)
      await readStream(
        await completions.create({ ...body, stream: true, stream_options: { include_usage: true } }, options),
        said,
      )
    else readWhole(await completions.create(body, options), said)
    options.signal.throwIfAborted() // the client ends an aborted stream as if it were whole
    return undefined
  } catch (error) {
    if (signal.aborted) return cancelled
    if (inTime.aborted)
      return {
        ...cancelled,
        failure: 'timeout',
        message: `No answer within ${connection.timeoutMs / 1000} s.`,
      }
    return readFailure(error, connection.key)
  }
}

function bodyOf<Value>(
  { jsonMode }: Connection,
  { model, messages, output, parameters = {} }: ModelRequest<Value>,
): OpenAI.ChatCompletionCreateParamsNonStreaming {
  const { temperature, topP, maxTokens, seed } = parameters
  return {
    model,
    messages,
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { top_p: topP }),
    ...(maxTokens !== undefined && { max_tokens: maxTokens }),
    ...(seed !== undefined && { seed }),
    ...(output && jsonMode === 'object' && { response_format: { type: 'json_object' as const } }),
    ...(output && jsonMode === 'schema' && { response_format: schemaFormat(output) }),
  }
}

function schemaFormat({ name, schema }: { name: string; schema: z.ZodType }) {
  const { $schema: _dialect, ...shape } = z.toJSONSchema(schema)
  return { type: 'json_schema' as const, json_schema: { name, strict: true, schema: shape } }
}

/** What is to be made of a complete answer. */
function judge<Value>({ raw, refusal, finishReason }: Said, { output }: ModelRequest<Value>) {
  if (refusal) return { kind: 'refused' as const, message: refusal }
  if (finishReason === 'content_filter')
    return { kind: 'refused' as const, message: 'The service filtered the answer.' }
  if (finishReason === 'length') return { kind: 'truncated' as const }
  if (raw.trim() === '') return { kind: 'empty' as const }
  if (!output) return { kind: 'answer' as const, value: raw as Value }
  try {
    return { kind: 'answer' as const, value: output.schema.parse(readJson(raw)) }
  } catch (error) {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message
    return { kind: 'malformed' as const, message }
  }
}

/** How long to wait before the next attempt; nothing for what will not pass by itself. */
function waitFor({ failure, retryAfterMs }: Failure, attempt: number): number | undefined {
  if (!MAY_PASS.has(failure) || (retryAfterMs ?? 0) > LONGEST_RETRY_AFTER_MS) return undefined
  if (retryAfterMs !== null) return retryAfterMs
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1))
  return longest * (0.5 + Math.random() / 2)
}

function pickMeasured({ raw, tokens, finishReason, servedModel }: Said): Partial<Measured> {
  return { raw, tokens, finishReason, servedModel }
}
