import { APIError, APIUserAbortError } from 'openai'
import { GateRefusal } from '@/lib/platform/llm/gate'
import type { Failure, FailureKind } from '@/lib/platform/llm/outcome'

const DNS = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME'])
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|EPROTO$)/
const CUT = new Set(['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE'])

/** What went wrong, from whatever was thrown. `key` is taken out of every message: some services repeat it. */
export function readFailure(error: unknown, key: string | null): Failure {
  const causes = chain(error)
  const failed = (failure: FailureKind, message: string, status: number | null = null): Failure => ({
    ...{ failure, status, retryAfterMs: null },
    message: hideKey(message, key).slice(0, 500),
  })
  const refusal = causes.find((cause) => cause instanceof GateRefusal)
  if (refusal) return failed('refused-address', refusal.message)
  if (error instanceof APIUserAbortError) return failed('cancelled', 'The call was stopped.')
  if (error instanceof APIError && typeof error.status === 'number')
    return {
      ...failed(kindOf(error), error.message, error.status),
      retryAfterMs: readRetryAfter(error.headers),
    }
  const last = causes.at(-1)
  const message = last instanceof Error ? last.message : String(last)
  const codes = causes.map((cause) => (cause as { code?: string }).code ?? '')
  if (codes.some((code) => DNS.has(code))) return failed('dns', message)
  if (codes.some((code) => TLS.test(code))) return failed('tls', message)
  if (codes.some((code) => CUT.has(code)) || /terminated|premature/i.test(message))
    return failed('cut', message)
  if (causes.some((cause) => cause instanceof SyntaxError)) return failed('not-the-api', message)
  return failed('unreachable', message)
}

function kindOf({ status, code, param, message, type }: APIError): FailureKind {
  const said = `${code ?? ''} ${type ?? ''} ${message}`
  if (status === 401) return 'unauthorised'
  if (status === 402 || /insufficient_quota|billing/.test(said)) return 'out-of-money'
  if (status === 403) return 'forbidden'
  if (status === 404) return /model/i.test(said) ? 'no-such-model' : 'not-the-api'
  if (status === 429) return 'rate-limited'
  if (status === 408 || status === 409 || (status ?? 0) >= 500) return 'server'
  if (/model_not_found|model .*not (exist|found)/i.test(said)) return 'no-such-model'
  const aboutForm =
    param?.startsWith('response_format') || /response_format|json_schema|json_object/.test(said)
  return aboutForm ? 'no-json-mode' : 'bad-request'
}

/** In seconds, as a date, or in milliseconds as some services have it. */
export function readRetryAfter(headers: Headers | undefined, now = Date.now()): number | null {
  const exact = Number(headers?.get('retry-after-ms') || Number.NaN)
  if (Number.isFinite(exact)) return Math.max(0, exact)
  const said = headers?.get('retry-after')
  if (!said) return null
  const seconds = Number(said)
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(said) - now
  return Number.isFinite(wait) ? Math.max(0, wait) : null
}

/** No log, row or screen shows a key, whoever repeats it. */
export function hideKey(text: string, key: string | null): string {
  return key ? text.replaceAll(key, '•••') : text
}

function chain(error: unknown): unknown[] {
  const causes: unknown[] = []
  for (let at = error; at !== undefined && at !== null && causes.length < 8; at = (at as Error).cause)
    causes.push(at)
  return causes
}
