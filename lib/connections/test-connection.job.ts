import { z } from 'zod'
import { testConnectionJob } from '@/lib/connections/jobs'
import { type Check, connectionRoles, type Tested } from '@/lib/connections/model'
import { openConnection } from '@/lib/connections/queries'
import { db, type Json } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs'
import { callModel } from '@/lib/platform/llm/call-model'
import { listModels } from '@/lib/platform/llm/list-models'
import type { Connection } from '@/lib/platform/llm/make-client'

const TIMEOUT_MS = 30_000
const output = { name: 'word', schema: z.object({ word: z.string() }) }

export const testConnectionHandler: JobHandler<typeof testConnectionJob.payload> = {
  job: testConnectionJob,
  async run({ connectionId }, { signal }) {
    const opened = await openConnection(connectionId)
    if (!opened) return {}
    // Whoever tests wants to know what is wrong now, not after five attempts.
    const timeoutMs = Math.min(opened.connection.timeoutMs, TIMEOUT_MS)
    const connection = { ...opened.connection, attempts: 1, timeoutMs }
    const used = [...new Set(connectionRoles.flatMap((role) => opened.roles[role]?.model ?? []))]
    const tested = await tryConnection(connection, { used, signal })
    signal.throwIfAborted()
    // Not over what a person changed while it ran.
    const { id } = connection
    await db.modelConnection.updateMany({
      where: { id, updatedAt: new Date(opened.updatedAt) },
      data: { tested, updatedAt: new Date(opened.updatedAt) },
    })
    return tested as Json
  },
}

async function tryConnection(
  connection: Connection,
  { used, signal }: { used: string[]; signal: AbortSignal },
): Promise<Tested> {
  const checks: Check[] = []
  const add = (check: Check['check'], outcome: Check['outcome'], more: Partial<Check> = {}) =>
    checks.push({ ...{ check, outcome, model: null, why: null, message: '' }, ...more })
  const listed = await listModels(connection, signal)
  const models = 'models' in listed ? listed.models : []
  // Some services have no list of models, and answer all the same.
  const isFatal =
    !('models' in listed) && listed.failure !== 'not-the-api' && listed.failure !== 'no-such-model'
  if ('models' in listed) add('reach', 'passed')
  else add('reach', isFatal ? 'failed' : 'doubtful', { why: listed.failure, message: listed.message })
  for (const model of isFatal ? [] : used) {
    if (models.length > 0 && !models.includes(model)) add('model', 'doubtful', { model, why: 'not-listed' })
    const asked = await ask(connection, { model, signal })
    if (asked.kind === 'failed' && asked.failure === 'no-json-mode') {
      add('json', 'failed', { model, why: 'no-json-mode', message: asked.message })
      continue
    }
    const { kind } = asked
    const why = kind === 'answer' ? null : kind === 'failed' ? asked.failure : kind
    const message = 'message' in asked ? asked.message : ''
    if (kind === 'answer') add('answer', 'passed', { model })
    else add(kind === 'malformed' ? 'json' : 'answer', 'failed', { model, why, message })
  }
  const passed = checks.every(({ outcome }) => outcome !== 'failed')
  return { at: new Date().toISOString(), passed, checks, models: models.slice(0, 500) }
}

function ask(connection: Connection, { model, signal }: { model: string; signal: AbortSignal }) {
  const content = 'Answer with this JSON and nothing else: {"word": "gloss"}'
  const messages = [{ role: 'user' as const, content }]
  return callModel(connection, { prompt: 'test-connection@1', model, messages, output }, { signal })
}
