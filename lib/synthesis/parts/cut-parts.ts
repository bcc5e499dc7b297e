import { pool } from '@/lib/platform/db'
import { PAIRS_ID } from '@/lib/synthesis/pairs/model'
import type { RunPart } from '@/lib/synthesis/parts/model'

/** Records that a part is to give, more or less: some seconds of work, and little to do again when a worker is lost. */
const MOST_RECORDS = 10_000
const LEAST_RECORDS = 1_000
/** No part is more of what is left than this, so that workers are done at about the same time, and not one a part later. */
const SHARE = 1 / 8

/** Cuts the corpora of a recipe into stretches, in the order of the recipe, that get smaller towards the end of the run. */
export async function cutParts(
  corpora: readonly { id: string }[],
  { id: runId, copies }: { id: string; copies: number },
): Promise<Omit<RunPart, 'number'>[]> {
  const lasts = await Promise.all(
    corpora.map(({ id }) => (id === PAIRS_ID ? lastPair(runId) : lastOrdinal(id))),
  )
  const [least, most] = [Math.ceil(LEAST_RECORDS / copies), Math.ceil(MOST_RECORDS / copies)]
  const parts = []
  let left = lasts.reduce((sum, last) => sum + last, 0)
  for (const [source, last] of lasts.entries())
    for (let first = 1; first <= last; ) {
      const size = Math.min(last - first + 1, most, Math.max(least, Math.ceil(left * SHARE)))
      parts.push({ source, firstOrdinal: first, lastOrdinal: first + size - 1 })
      first += size
      left -= size
    }
  return parts
}

async function lastOrdinal(corpusId: string): Promise<number> {
  const { rows } = await pool().query<{ last: number | null }>(
    'SELECT max(ordinal) AS last FROM instance WHERE corpus_id = $1::uuid',
    [corpusId],
  )
  return rows[0]?.last ?? 0
}

async function lastPair(runId: string): Promise<number> {
  const { rows } = await pool().query<{ last: number | null }>(
    'SELECT max(ordinal) AS last FROM run_pair WHERE run_id = $1::uuid',
    [runId],
  )
  return rows[0]?.last ?? 0
}
