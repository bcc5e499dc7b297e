import type { PoolClient } from 'pg'
import { pool } from '@/lib/platform/db'
import type { JobContext } from '@/lib/platform/jobs'

/** One worker at a time does one kind of work on a corpus: the lock belongs to the connection that writes, and ends with it. */
export async function holdCorpus<Result>(
  { corpusId, work }: { corpusId: string; work: string },
  context: JobContext,
  run: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const lockName = `${work}/${corpusId}`
  const client = await pool().connect()
  client.on('error', ignoreLoss)
  let broken = true
  try {
    while (!(await tryLock(client, lockName))) {
      await context.progress({ done: 0, step: { key: 'waitingForOtherWorker' } })
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    const result = await run(client)
    await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [lockName])
    broken = false
    return result
  } finally {
    client.off('error', ignoreLoss)
    client.release(broken)
  }
}

/** A lost connection shows in the statement that meets it; as an event without a listener it would end the worker. */
export function ignoreLoss(): void {}

async function tryLock(client: PoolClient, lockName: string): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held',
    [lockName],
  )
  return rows[0]?.held === true
}
