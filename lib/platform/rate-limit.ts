import { AppError } from '@/lib/platform/errors'

type Window = { startedAt: number; count: number }

const MAX_KEYS = 20_000
const kept = globalThis as unknown as { glossAttempts?: Map<string, Window> }

export type Limit = { attempts: number; seconds: number }

/**
 * Counts an attempt under each key; throws `rate_limited` when one of them has had too many within the window.
 * Kept in memory, for this process: guessing stays slow, and nothing needs cleaning up.
 */
export function countAttempt(keys: string[], limit: Limit, now = Date.now()): void {
  const waits = keys.map((key) => secondsToWait(key, limit, now))
  const seconds = Math.max(...waits)
  if (seconds > 0)
    throw new AppError('rate_limited', `Too many attempts. Try again in ${seconds} seconds.`, {
      reason: 'too-many-attempts',
      params: { seconds },
    })
}

/** Forgets what was counted: the attempt was a good one. */
export function forgetAttempts(key: string): void {
  windows().delete(key)
}

function secondsToWait(key: string, limit: Limit, now: number): number {
  const open = windows().get(key)
  if (!open || now - open.startedAt >= limit.seconds * 1000) {
    windows().delete(key)
    makeRoom()
    windows().set(key, { startedAt: now, count: 1 })
    return 0
  }
  open.count += 1
  return open.count > limit.attempts ? Math.ceil((open.startedAt + limit.seconds * 1000 - now) / 1000) : 0
}

// The oldest go first: a Map keeps the order in which keys came.
function makeRoom(): void {
  for (const oldest of windows().keys()) {
    if (windows().size < MAX_KEYS) return
    windows().delete(oldest)
  }
}

function windows(): Map<string, Window> {
  kept.glossAttempts ??= new Map()
  return kept.glossAttempts
}
