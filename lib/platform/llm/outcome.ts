/** Why a call brought no answer at all. What can pass by itself was tried again before it is one of these. */
export const failureKinds = [
  'refused-address',
  'dns',
  'tls',
  'unreachable',
  'unauthorised',
  'forbidden',
  'no-such-model',
  'no-json-mode',
  'bad-request',
  'rate-limited',
  'out-of-money',
  'server',
  'timeout',
  'cut',
  'not-the-api',
  'cancelled',
] as const
export type FailureKind = (typeof failureKinds)[number]

/** What every call is paid and judged by. `raw` is what the model said, as far as it came. */
export type Measured = {
  attempts: number
  /** Attempts that were sent and brought no answer, so that nobody here knows whether they were paid. */
  doubtful: number
  latencyMs: number
  tokens: { prompt: number; completion: number } | null
  finishReason: string | null
  raw: string
  /** The model that answered, by its own word: a name may stand for a newer one. */
  servedModel: string | null
}

export type Failure = {
  failure: FailureKind
  status: number | null
  message: string
  retryAfterMs: number | null
}

/** Everything that can come of a call; a person can see each and send the call again. */
export type Outcome<Value> = Measured &
  (
    | { kind: 'answer'; value: Value }
    | { kind: 'truncated' }
    | { kind: 'refused'; message: string }
    | { kind: 'empty' }
    | { kind: 'malformed'; message: string }
    | ({ kind: 'failed' } & Failure)
  )
