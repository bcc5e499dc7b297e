import { pool } from '@/lib/platform/db'
import type { RunPart } from '@/lib/synthesis/parts/model'

/** How far all workers are together, besides one part: instances read, and parts that are not done. */
export async function countParts(
  runId: string,
  { besides = 0 }: { besides?: number } = {},
): Promise<{ instances: number; undone: number }> {
  const { rows } = await pool().query<{ instances: number; undone: number }>(
    `SELECT coalesce(sum(instance_count), 0)::int AS instances, count(*) FILTER (WHERE state <> 'done')::int AS undone
     FROM run_part WHERE run_id = $1::uuid AND number <> $2`,
    [runId, besides],
  )
  return rows[0]!
}

/** All parts of a run, in order, with what was counted in them. */
export async function readParts(
  runId: string,
): Promise<(RunPart & { counts: unknown; instructions: number })[]> {
  const { rows } = await pool().query(
    `SELECT number, source, first_ordinal AS "firstOrdinal", last_ordinal AS "lastOrdinal", counts,
       instruction_count AS instructions FROM run_part WHERE run_id = $1::uuid ORDER BY number`,
    [runId],
  )
  return rows
}
