import type { z } from 'zod'
import type { ErrorBody } from '@/lib/platform/schema'
import type { DeskItem, decideDraftInput } from '@/lib/reviews/schema'

export type DecisionBody = z.output<typeof decideDraftInput>

/** What a reviewer did at the desk, before the server has answered. */
export type Deed =
  | { kind: 'decide'; requestKey: string; item: DeskItem; body: DecisionBody }
  /** Takes back the decision that was made with `of`; without one, the last that stands on the server. */
  | { kind: 'undo'; requestKey: string; of: string | null; decisionId: string | null; item: DeskItem | null }

export type Refusal = { status: number } & ErrorBody['error']

/**
 * `tried`: a request with it has left, so the server may know of it although no answer came.
 * `stored`: the browser keeps it across a reload; false when it had no room.
 */
export type Entry = {
  place: string
  at: number
  tried: boolean
  stored: boolean
  refusal: Refusal | null
  deed: Deed
}

/** Why nothing is being sent: no connection, a server in trouble, or no session any more. */
export type Hindrance = 'offline' | 'server' | 'signed-out'

export type Failure = { retry: Hindrance } | { refuse: Refusal }

/** What a failed call means for the entry: try again later, or tell the reviewer. */
export function failureOf(error: { status: number; body: ErrorBody['error'] } | null): Failure {
  if (!error) return { retry: 'server' }
  if (error.status === 0) return { retry: 'offline' }
  if (error.status === 401) return { retry: 'signed-out' }
  if (error.status === 429 || error.status === 408 || error.status >= 500) return { retry: 'server' }
  return { refuse: { status: error.status, ...error.body } }
}

/** Milliseconds until the next attempt: 0.5 s, doubling, at most 15 s. */
export function backoff(attempt: number): number {
  return Math.min(15_000, 500 * 2 ** Math.max(0, attempt - 1))
}

/** A name for one deed. `randomUUID` needs a secure origin; a server in the house has none. */
export function newRequestKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
