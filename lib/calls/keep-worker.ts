import { pool } from '@/lib/platform/db'
import { shareConnection } from '@/lib/platform/llm/pace-calls'
import { log } from '@/lib/platform/log'
import { timeId } from '@/lib/platform/time-id'

const BEAT_MS = 3_000
const FRESH_MS = 6_000
const IDLE_MS = 60_000
/** Whoever has said nothing for longer asks nothing any more. */
const SILENT_SECONDS = 10

/** This process, among those that ask models. */
const id = timeId()
const usedAt = new Map<string, number>()
let told = new Set<string>()
let beatAt = Number.NEGATIVE_INFINITY
let held = 0
let timer: NodeJS.Timeout | undefined
let beating: Promise<void> | undefined

/**
 * Says that this process lives and asks over a connection, before it reserves and while it waits for answers: what a process had
 * reserved that has said nothing for a while is lost; and those that live share what the connection may. Gives the process's name.
 */
export async function keepWorker(connectionId: string): Promise<string> {
  const now = performance.now()
  usedAt.set(connectionId, now)
  if (now - beatAt > FRESH_MS || !told.has(connectionId)) await beatOnce()
  timer ??= setInterval(onTimer, BEAT_MS).unref()
  return id
}

/** While a call is under way. Gives what ends it. */
export function holdWorker(connectionId: string): () => void {
  held++
  return () => {
    held--
    usedAt.set(connectionId, performance.now())
  }
}

function onTimer(): void {
  forgetIdle()
  if (held === 0 && usedAt.size === 0) {
    clearInterval(timer)
    timer = undefined
  }
  beatOnce().catch(({ message }: Error) => log.warn({ message }, 'could not say that this worker lives'))
}

function forgetIdle(): void {
  const now = performance.now()
  for (const [connection, at] of usedAt) if (held === 0 && now - at > IDLE_MS) usedAt.delete(connection)
}

function beatOnce(): Promise<void> {
  beating ??= beat()
  return beating
}

async function beat(): Promise<void> {
  const connections = [...usedAt.keys()]
  try {
    await pool().query(
      `INSERT INTO call_worker (id, connections, seen_at) VALUES ($1, $2, (now() AT TIME ZONE 'UTC'))
       ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at, connections = excluded.connections`,
      [id, connections],
    )
    beatAt = performance.now()
    told = new Set(connections)
    const { rows } = await pool().query<{ connection: string; workers: string[] }>(
      `SELECT used.connection, array_agg(w.id ORDER BY w.id) AS workers
       FROM call_worker w, unnest(w.connections) AS used(connection)
       WHERE w.seen_at > (now() AT TIME ZONE 'UTC') - make_interval(secs => $1) AND used.connection = ANY ($2::uuid[])
       GROUP BY 1`,
      [SILENT_SECONDS, connections],
    )
    for (const { connection, workers } of rows)
      shareConnection(connection, { workers: workers.length, place: workers.indexOf(id) })
  } finally {
    beating = undefined
  }
}
