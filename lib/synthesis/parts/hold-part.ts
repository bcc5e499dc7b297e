import { pool } from '@/lib/platform/db'
import { HELD_SECONDS, type RunPart } from '@/lib/synthesis/parts/model'

/** Takes the next part that nobody is at; null when there is none left to take. */
export async function holdPart(runId: string): Promise<RunPart | null> {
  const { rows } = await pool().query<RunPart>(
    `UPDATE run_part SET state = 'held', held_until = now()::timestamp + make_interval(secs => ${HELD_SECONDS}), instance_count = 0
     WHERE run_id = $1::uuid AND number = (
       SELECT p.number FROM run_part p JOIN run r ON r.id = p.run_id
       WHERE p.run_id = $1::uuid AND r.state = 'running'
         AND (p.state = 'open' OR (p.state = 'held' AND p.held_until < now()::timestamp))
       ORDER BY p.number LIMIT 1 FOR UPDATE OF p SKIP LOCKED)
     RETURNING number, source, first_ordinal AS "firstOrdinal", last_ordinal AS "lastOrdinal"`,
    [runId],
  )
  return rows[0] ?? null
}
