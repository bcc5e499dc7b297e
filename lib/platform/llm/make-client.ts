import OpenAI from 'openai'
import { gatedFetch } from '@/lib/platform/llm/gate'
import type { Pace } from '@/lib/platform/llm/pace-calls'

/** Where a model is and how to speak to it. `key` is in the clear: it goes into no row, log or answer. */
export type Connection = {
  id: string
  baseUrl: string
  key: string | null
  /** How it is told to answer in JSON: by the schema, only that it be JSON, or by the words of the prompt alone. */
  jsonMode: 'schema' | 'object' | 'words'
  pace: Pace
  timeoutMs: number
  attempts: number
}

const clients = new WeakMap<object, OpenAI>()

/** One client for as long as a connection is open. */
export function clientOf(connection: Pick<Connection, 'baseUrl' | 'key'>): OpenAI {
  const client = clients.get(connection) ?? makeClient(connection)
  clients.set(connection, client)
  return client
}

function makeClient({ baseUrl, key }: Pick<Connection, 'baseUrl' | 'key'>): OpenAI {
  return new OpenAI({
    baseURL: baseUrl,
    apiKey: key ?? 'none',
    // Nothing of this machine's environment, and no second place that retries or logs.
    ...{ organization: null, project: null, webhookSecret: null, adminAPIKey: null },
    ...(key === null && { defaultHeaders: { authorization: null } }),
    ...{ maxRetries: 0, logLevel: 'off', timeout: 3_600_000 },
    fetch: gatedFetch,
  })
}
