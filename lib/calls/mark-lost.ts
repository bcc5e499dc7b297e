import { addSpend } from '@/lib/calls/budgets/add-spend'
import { inTransaction, pool } from '@/lib/platform/db'

const SILENT_SECONDS = 15

/**
 * Gives up the calls of processes that are gone: they count as spent, as they may have been paid, and others may ask the same. Any
 * number of processes may look at once.
 */
export async function markLost(): Promise<number> {
  const { rows } = await pool().query<{ project_id: string }>(
    `SELECT DISTINCT c.project_id FROM model_call c WHERE ${GONE}`,
    [SILENT_SECONDS],
  )
  await pool().query(FORGET)
  let lost = 0
  for (const { project_id } of rows) {
    const client = await pool().connect()
    try {
      await inTransaction(client, async () => {
        await client.query('SELECT FROM budget WHERE project_id = $1 FOR UPDATE', [project_id])
        const marked = await client.query(MARK, [SILENT_SECONDS, project_id])
        lost += Number(marked.rows[0]?.count ?? 0)
      })
    } finally {
      client.release()
    }
  }
  return lost
}

/** Processes that ended days ago. */
const FORGET = `DELETE FROM call_worker WHERE seen_at < (now() AT TIME ZONE 'UTC') - interval '1 day'`

const GONE = `c.state = 'reserved' AND c.batch_id IS NULL AND NOT EXISTS (
  SELECT FROM call_worker w WHERE w.id = c.worker_id
  AND w.seen_at > (now() AT TIME ZONE 'UTC') - make_interval(secs => $1))`

const MARK = `
  WITH done AS (
    UPDATE model_call c SET state = 'lost', holds = false, cost = reserved, presumed = reserved,
      message = 'The worker was ended before the answer was kept.', finished_at = (now() AT TIME ZONE 'UTC')
    WHERE c.project_id = $2 AND ${GONE} RETURNING c.id, c.day, c.reserved, c.instead_of_id,
      c.prompt, c.version, c.connection_name, c.model, 1 AS calls, 0 AS prompt_tokens, 0 AS completion_tokens,
      c.reserved AS spent, c.presumed),
  sums AS (${addSpend('$2', 'done')}),
  unread AS (INSERT INTO call_unread (call_id) SELECT id FROM done ON CONFLICT DO NOTHING),
  restored AS (UPDATE model_call c SET holds = true FROM done d WHERE c.id = d.instead_of_id),
  days AS (
    UPDATE budget_day d SET reserved = d.reserved - s.sum, spent = d.spent + s.sum
    FROM (SELECT day, sum(reserved) AS sum FROM done GROUP BY day) s WHERE d.project_id = $2 AND d.day = s.day),
  whole AS (
    UPDATE budget b SET reserved = b.reserved - s.sum, spent = b.spent + s.sum
    FROM (SELECT coalesce(sum(reserved), 0) AS sum FROM done) s WHERE b.project_id = $2)
  SELECT count(*) FROM done`
