import { pool } from '@/lib/platform/db'
import { HELD_SECONDS } from '@/lib/synthesis/parts/model'

/** Says that somebody is still at a part, and how many instances it has behind it. */
export async function keepPart(runId: string, { number, instances }: { number: number; instances: number }) {
  await pool().query(
    `UPDATE run_part SET held_until = now()::timestamp + make_interval(secs => ${HELD_SECONDS}), instance_count = $3
     WHERE run_id = $1::uuid AND number = $2 AND state = 'held'`,
    [runId, number, instances],
  )
}
