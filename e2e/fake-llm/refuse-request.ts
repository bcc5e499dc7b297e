import { errorBody } from './chat-bodies'
import type { Misbehaviour, Settings } from './settings'

export type Refusal = { status: number; body: object | string; headers?: Record<string, string> }

const invalid = 'invalid_request_error'

/** What keeps a request from being answered at all, in the words of the services that people will meet. */
export function refuseRequest(
  wrong: ReadonlySet<Misbehaviour>,
  { retryAfterSeconds }: Settings,
): Refusal | undefined {
  if (wrong.has('unauthorised')) return badKey()
  if (wrong.has('rate-limited')) return tooMany()
  if (wrong.has('rate-limited-retry-after'))
    return { ...tooMany(), headers: { 'retry-after': String(retryAfterSeconds) } }
  if (wrong.has('out-of-money'))
    return {
      status: 429,
      body: errorBody('You exceeded your current quota.', {
        type: 'insufficient_quota',
        code: 'insufficient_quota',
      }),
    }
  if (wrong.has('server-error')) return failing(500)
  if (wrong.has('overloaded')) return failing(503)
  if (wrong.has('not-the-api')) return { status: 200, body: '<!doctype html><title>Welcome</title>' }
  return undefined
}

/** As some services do, it repeats the key that it was given. */
export function badKey(key = ''): Refusal {
  const message = `Incorrect API key provided: ${key || 'none'}.`
  return { status: 401, body: errorBody(message, { type: invalid, code: 'invalid_api_key' }) }
}

export function tooMany(): Refusal {
  const body = errorBody('Rate limit reached.', { type: 'requests', code: 'rate_limit_exceeded' })
  return { status: 429, body }
}

export function noSuchModel(model: string): Refusal {
  const message = `The model \`${model}\` does not exist or you do not have access to it.`
  return { status: 404, body: errorBody(message, { type: invalid, code: 'model_not_found', param: 'model' }) }
}

export function noJsonMode(): Refusal {
  const message = "Invalid parameter: 'response_format' is not supported with this model."
  return { status: 400, body: errorBody(message, { type: invalid, code: null, param: 'response_format' }) }
}

export function badRequest(message: string): Refusal {
  return { status: 400, body: errorBody(message, { type: invalid, code: null }) }
}

export function notFound(path: string): Refusal {
  return {
    status: 404,
    body: errorBody(`Unknown request URL: ${path}`, { type: invalid, code: 'unknown_url' }),
  }
}

function failing(status: number): Refusal {
  return { status, body: errorBody('The server had an error.', { type: 'server_error', code: null }) }
}
