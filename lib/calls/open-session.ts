import { setMaxListeners } from 'node:events'
import { stopBatches } from '@/lib/calls/batches/stop-batches'
import type { About, CallTurn, Price, Tally } from '@/lib/calls/model'
import type { ConnectionRole, RoleSettings } from '@/lib/connections/model'
import { openConnection } from '@/lib/connections/queries'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Output } from '@/lib/platform/llm/json-schema-of'
import type { Connection } from '@/lib/platform/llm/make-client'
import type { Outcome } from '@/lib/platform/llm/outcome'

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
  /** Its questions are gathered and given to the service as files. */
  isBatch: boolean
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
  fresh?: boolean | 'unanswered'
  beforeId?: string | null
}

export type Stored<Value> =
  | (Outcome<Value> & { callId: string; fromStore: boolean; cost: number })
  | { kind: 'over-budget' | 'stopped'; message: string; callId: null; fromStore: false; cost: 0 }

export type SessionInput = {
  projectId: string
  connectionId: string
  role: ConnectionRole
  jobRunId: string | null
  signal: AbortSignal
  /** Instead of the model that plays the role. */
  model?: string
  replayOfId?: string
  isBatch?: boolean
}

/** Opens a connection for the questions of one job, and counts them. What people change of it after that is for the next job. */
export async function openSession(input: SessionInput): Promise<Session & { tally: Tally }> {
  const { projectId, role, jobRunId, signal } = input
  const opened = await openConnection(input.connectionId)
  if (!opened || opened.projectId !== projectId)
    throw new AppError('not_found', 'This project has no such connection any more.', {
      reason: 'connection-unknown',
    })
  const { connection, name, prices, batchPercent } = opened
  const { isBatch = false } = input
  const { model: own, ...settings } = opened.roles[role] ?? {}
  const model = input.model ?? own
  if (model === undefined) throw withoutRole(name, role)
  setMaxListeners(0, signal) // every question under way listens
  if (isBatch && jobRunId !== null)
    signal.addEventListener('abort', () => void stopBatches(jobRunId).catch(() => undefined), { once: true })
  const run = jobRunId === null ? null : await db.jobRun.findUnique({ where: { id: jobRunId } })
  const tally: Tally = {
    ...{ calls: 0, fromStore: 0, paid: 0, cost: 0, tokens: { prompt: 0, completion: 0 }, byOutcome: {} },
  }
  return {
    ...{ projectId, connection, connectionName: name, role, model, jobRunId, signal, settings, tally },
    ...{
      price: priceOf(prices[model], isBatch ? batchPercent : 100),
      freshSince: run?.createdAt ?? new Date(),
    },
    ...{ replayOfId: input.replayOfId ?? null, isBatch },
    onCall: (call) => count(tally, call),
  }
}

function priceOf(price: Price | undefined, percent: number): Price | null {
  return price ? { input: (price.input * percent) / 100, output: (price.output * percent) / 100 } : null
}

function withoutRole(connection: string, role: ConnectionRole): AppError {
  return new AppError(
    'conflict',
    `“${connection}” has no model for this work (${role}). Choose one on its page.`,
    { reason: 'connection-without-role', params: { connection, role } },
  )
}

function count(tally: Tally, call: Stored<unknown>): void {
  if (call.callId === null) return
  tally.calls++
  if (call.fromStore) tally.fromStore++
  else if (call.kind !== 'failed') tally.paid++
  tally.cost += call.cost
  if (call.fromStore || !call.tokens) return
  tally.tokens.prompt += call.tokens.prompt
  tally.tokens.completion += call.tokens.completion
}
