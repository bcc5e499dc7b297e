import type { z } from 'zod'
import { type Endpoint, type ErrorBody, errorBodySchema } from '@/lib/platform/schema'

/** What a failed call throws: the server's own words where it gave some. `status` 0 means that no answer came. */
export class CallError extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorBody['error'],
  ) {
    super(body.message)
    this.name = 'CallError'
  }
}

type Input<E extends Endpoint> = {
  params?: z.input<E['params']>
  query?: z.input<E['query']>
  body?: z.input<E['body']>
}

export type CallOptions = { baseUrl?: string; token?: string; signal?: AbortSignal }

/** Calls an endpoint over HTTP: the one client of the screens and of the command line. Throws CallError. */
export async function callEndpoint<E extends Endpoint>(
  endpoint: E,
  input: Input<E> = {},
  options: CallOptions = {},
): Promise<z.output<E['response']>> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (options.token) headers.authorization = `Bearer ${options.token}`
  if (input.body !== undefined) headers['content-type'] = 'application/json'
  const answer = await fetch(endpointUrl(endpoint, input, options.baseUrl), {
    method: endpoint.method,
    headers,
    body: input.body === undefined ? undefined : JSON.stringify(input.body),
    signal: options.signal,
  }).catch((cause: unknown) => {
    if (options.signal?.aborted) throw cause
    throw new CallError(0, {
      code: 'unreachable',
      reason: 'unreachable',
      message: 'The server did not answer.',
    })
  })
  const text = await answer.text()
  if (!answer.ok) throw new CallError(answer.status, errorOf(text, answer.status))
  return endpoint.response.parse(text === '' ? {} : JSON.parse(text)) as z.output<E['response']>
}

/** The address of an endpoint with its parameters filled in. */
export function endpointUrl<E extends Endpoint>(endpoint: E, input: Input<E> = {}, baseUrl = ''): string {
  const params = (input.params ?? {}) as Record<string, unknown>
  const filled = endpoint.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(String(params[name])),
  )
  const path = endpoint.endsInPath ? filled.replaceAll('%2F', '/') : filled
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  const search = query.toString()
  return `${baseUrl}${path}${search ? `?${search}` : ''}`
}

function errorOf(text: string, status: number): ErrorBody['error'] {
  try {
    return errorBodySchema.parse(JSON.parse(text)).error
  } catch {
    return { code: 'internal', message: `The server answered ${status} without saying why.` }
  }
}
