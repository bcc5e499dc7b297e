import { pool } from '@/lib/platform/db'

export async function finishPart(
  runId: string,
  done: { number: number; instances: number; instructions: number; counts: unknown },
): Promise<void> {
  await pool().query(
    `UPDATE run_part SET state = 'done', held_until = NULL, instance_count = $3, instruction_count = $4, counts = $5::jsonb
     WHERE run_id = $1::uuid AND number = $2`,
    [runId, done.number, done.instances, done.instructions, JSON.stringify(done.counts)],
  )
}
