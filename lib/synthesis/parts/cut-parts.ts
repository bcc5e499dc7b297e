import { pool } from '@/lib/platform/db'
import type { RunPart } from '@/lib/synthesis/parts/model'

/** Records that a part is to give, more or less: some seconds of work, and little to do again when a worker is lost. */
const RECORDS = 10_000

/** Cuts the corpora of a recipe into stretches of about as many records, in the order of the recipe. */
export async function cutParts(
  corpora: readonly { id: string }[],
  { copies }: { copies: number },
): Promise<Omit<RunPart, 'number'>[]> {
  const size = Math.max(1, Math.ceil(RECORDS / copies))
  const parts = []
  for (const [source, { id }] of corpora.entries()) {
    const last = await lastOrdinal(id)
    for (let first = 1; first <= last; first += size)
      parts.push({ source, firstOrdinal: first, lastOrdinal: Math.min(last, first + size - 1) })
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
