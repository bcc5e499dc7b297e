import { pool } from '@/lib/platform/db'
import type { RunPart } from '@/lib/synthesis/parts/model'

type Stretch = Omit<RunPart, 'number'>

/** Writes down the parts of a run, once: whoever asks again gets those that are there. Returns whether they are new. */
export async function planParts(runId: string, stretches: readonly Stretch[]): Promise<boolean> {
  const rows = stretches.map((stretch, at) => ({ number: at + 1, ...stretch }))
  const { rowCount } = await pool().query(
    `INSERT INTO run_part (run_id, number, source, first_ordinal, last_ordinal)
     SELECT $1::uuid, number, source, "firstOrdinal", "lastOrdinal"
     FROM json_to_recordset($2::json) AS t (number int, source int, "firstOrdinal" int, "lastOrdinal" int)
     ON CONFLICT DO NOTHING`,
    [runId, JSON.stringify(rows)],
  )
  return rowCount === rows.length
}
