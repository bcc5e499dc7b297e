import type OpenAI from 'openai'
import { APIError } from 'openai'
import { gatedRequest } from '@/lib/platform/llm/gate'
import type { Connection } from '@/lib/platform/llm/make-client'

type To = Pick<Connection, 'baseUrl' | 'key'>
type Endpoint = { url: URL; headers: Record<string, string> }

const endpoints = new WeakMap<object, Endpoint>()

/**
 * Asks for a completion that comes whole, as most do. The client would do the same, and take more time for it than all else that a
 * call costs here; what it throws for what services refuse is thrown here too.
 */
export async function postChat(
  connection: To,
  body: OpenAI.ChatCompletionCreateParamsNonStreaming,
  { signal, headers }: { signal: AbortSignal; headers: Record<string, string> },
): Promise<OpenAI.ChatCompletion> {
  const endpoint = endpoints.get(connection) ?? endpointOf(connection)
  endpoints.set(connection, endpoint)
  const { answer } = await gatedRequest(endpoint.url, {
    ...{ method: 'POST', headers: { ...endpoint.headers, ...headers }, body: JSON.stringify(body), signal },
  })
  const text = await answer.body.text()
  const said = parsed(text)
  if (answer.statusCode >= 200 && answer.statusCode < 300) return said as OpenAI.ChatCompletion
  const told = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
  throw APIError.generate(
    answer.statusCode,
    said as object | undefined,
    said === undefined ? text : undefined,
    new Headers(told as [string, string][]),
  )
}

function endpointOf({ baseUrl, key }: To): Endpoint {
  return {
    url: new URL(`${baseUrl.replace(/\/$/, '')}/chat/completions`),
    headers: {
      ...{ accept: 'application/json', 'content-type': 'application/json', 'user-agent': 'Gloss' },
      ...(key !== null && { authorization: `Bearer ${key}` }),
    },
  }
}

/** Nothing, where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
