import { pool } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { timeId } from '@/lib/platform/time-id'

const BEAT_MS = 3_000
const FRESH_MS = 6_000
const IDLE_MS = 60_000

/** This process, among those that ask models. */
const id = timeId()
let beatAt = Number.NEGATIVE_INFINITY
let usedAt = 0
let held = 0
let timer: NodeJS.Timeout | undefined
let beating: Promise<void> | undefined

/**
 * Says that this process lives, before it reserves and while it waits for answers: what a process had reserved that has said nothing
 * for a while is lost. Gives the name of the process.
 */
export async function keepWorker(): Promise<string> {
  usedAt = performance.now()
  if (usedAt - beatAt > FRESH_MS) await beatOnce()
  timer ??= setInterval(onTimer, BEAT_MS).unref()
  return id
}

/** While a call is under way. Gives what ends it. */
export function holdWorker(): () => void {
  held++
  return () => {
    held--
  }
}

function onTimer(): void {
  if (held === 0 && performance.now() - usedAt > IDLE_MS) {
    clearInterval(timer)
    timer = undefined
    return
  }
  beatOnce().catch(({ message }: Error) => log.warn({ message }, 'could not say that this worker lives'))
}

function beatOnce(): Promise<void> {
  beating ??= beat()
  return beating
}

async function beat(): Promise<void> {
  try {
    await pool().query(
      `INSERT INTO call_worker (id, seen_at) VALUES ($1, (now() AT TIME ZONE 'UTC'))
       ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`,
      [id],
    )
    beatAt = performance.now()
  } finally {
    beating = undefined
  }
}
