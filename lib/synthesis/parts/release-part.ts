import { pool } from '@/lib/platform/db'

/** Gives a part back that could not be finished. */
export async function releasePart(runId: string, number: number): Promise<void> {
  await pool().query(
    `UPDATE run_part SET state = 'open', held_until = NULL, instance_count = 0
     WHERE run_id = $1::uuid AND number = $2 AND state = 'held'`,
    [runId, number],
  )
}
