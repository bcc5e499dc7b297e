/** What the stand-in can do wrong. A request asks for it by its model, `stand-in+hang`; the control address for any share of them. */
export const misbehaviours = [
  'unauthorised',
  'rate-limited',
  'rate-limited-retry-after',
  'out-of-money',
  'server-error',
  'overloaded',
  'hang',
  'cut',
  'broken-json',
  'wrapped-json',
  'wrong-schema',
  'refusal',
  'empty',
  'truncated',
  'injected',
  'slow',
  'no-json-mode',
  'not-the-api',
] as const
export type Misbehaviour = (typeof misbehaviours)[number]

export type Settings = {
  /** Before an answer begins. */
  latencyMs: number
  /** Between two tokens of a stream, and `slow` waits ten times as long. */
  tokenMs: number
  retryAfterSeconds: number
  /** How long a batch is in progress. */
  batchMs: number
  /** Any key will do, or none, where this is empty. */
  keys: string[]
  models: string[]
  /** The share of requests that goes wrong, drawn by `seed` and the number of the request: one that is sent again may pass. */
  misbehave: Partial<Record<Misbehaviour, number>>
  /** More requests at once get 429. */
  capacity: number
  seed: number
}

export const defaultSettings: Settings = {
  latencyMs: 0,
  tokenMs: 0,
  retryAfterSeconds: 1,
  batchMs: 0,
  keys: [],
  models: ['stand-in', 'stand-in-small'],
  misbehave: {},
  capacity: Number.POSITIVE_INFINITY,
  seed: 0,
}

export function isMisbehaviour(text: string): text is Misbehaviour {
  return (misbehaviours as readonly string[]).includes(text)
}
