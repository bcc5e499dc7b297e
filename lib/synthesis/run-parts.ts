import { pool } from '@/lib/platform/db'

/** A stretch of instances that one worker composes at a time. `source` is the place of its corpus in the recipe, from 0. */
export type RunPart = { number: number; source: number; firstOrdinal: number; lastOrdinal: number }

/** A worker that is not heard of for so long has lost what it holds. */
const HELD_SECONDS = 20

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

/** Says that somebody is still at a part, and how many instances it has behind it. */
export async function keepPart(runId: string, { number, instances }: { number: number; instances: number }) {
  await pool().query(
    `UPDATE run_part SET held_until = now()::timestamp + make_interval(secs => ${HELD_SECONDS}), instance_count = $3
     WHERE run_id = $1::uuid AND number = $2 AND state = 'held'`,
    [runId, number, instances],
  )
}

/** Gives a part back that could not be finished. */
export async function releasePart(runId: string, number: number): Promise<void> {
  await pool().query(
    `UPDATE run_part SET state = 'open', held_until = NULL, instance_count = 0
     WHERE run_id = $1::uuid AND number = $2 AND state = 'held'`,
    [runId, number],
  )
}

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
