import { pool } from '@/lib/platform/db'

/** At most `count` ordinals of a corpus, evenly apart; in the place of an instance that was taken out, the next. */
export async function chooseOrdinals(corpusId: string, count: number): Promise<number[]> {
  const { rows } = await pool().query<{ last: number | null }>(
    'SELECT max(ordinal) AS last FROM instance WHERE corpus_id = $1::uuid',
    [corpusId],
  )
  const { rows: near } = await pool().query<{ ordinal: number }>(
    `SELECT DISTINCT ordinal FROM unnest($2::int[]) AS wanted, LATERAL (
       SELECT ordinal FROM instance WHERE corpus_id = $1::uuid AND ordinal >= wanted ORDER BY corpus_id, ordinal LIMIT 1
     ) AS next ORDER BY ordinal`,
    [corpusId, spreadOrdinals(rows[0]?.last ?? 0, count)],
  )
  return near.map(({ ordinal }) => ordinal)
}

/** At most `count` numbers from 1 to `last`, evenly apart. */
export function spreadOrdinals(last: number, count: number): number[] {
  if (last <= count) return Array.from({ length: last }, (_, at) => at + 1)
  return Array.from({ length: count }, (_, at) => 1 + Math.floor((at * last) / count))
}
