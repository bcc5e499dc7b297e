import { STRETCH } from '@/lib/corpora/survey/model'
import { decodeOrdinals, intersect } from '@/lib/corpora/survey/postings'
import { db, sql } from '@/lib/platform/db'

/** Bytes of the index that the first and any later look may read: most pages are found in the first stretch, or are rare words. */
const FIRST_BYTES = 64_000
const MORE_BYTES = 4_000_000

type Asked = { surveyId: number; terms: readonly string[]; after: number; wanted: number }
export type Matches = { ordinals: number[]; through: number | null }
type Row = { term: string; first: number; ordinals: Uint8Array; stretch: number; more: boolean }

/**
 * The instances after one of them that have every term, in order: as many as are wanted or a few more. `through` is how far
 * was looked; null when that is the end.
 */
export async function readMatches(asked: Asked): Promise<Matches> {
  const found: number[] = []
  let from = Math.floor(asked.after / STRETCH)
  for (const bytes of [FIRST_BYTES, MORE_BYTES, MORE_BYTES]) {
    const rows = await readStretches(asked, { from, bytes })
    for (let at = 0, end = 0; at < rows.length && found.length < asked.wanted; at = end) {
      const { stretch } = rows[at]!
      while (rows[end]?.stretch === stretch) end++
      for (const ordinal of matchesIn(rows.slice(at, end))) if (ordinal > asked.after) found.push(ordinal)
      from = stretch + 1
    }
    const last = rows.at(-1)
    const isEnd = !last || (!last.more && from > last.stretch)
    if (isEnd) return { ordinals: found, through: null }
    if (found.length >= asked.wanted) break
  }
  return { ordinals: found, through: from * STRETCH }
}

/** Only stretches in which every term occurs, from one on, as many as fit; the first of them whatever its size. */
function readStretches(
  { surveyId, terms }: Asked,
  { from, bytes }: { from: number; bytes: number },
): Promise<Row[]> {
  return db.$queryRaw<Row[]>(sql`
    WITH own AS MATERIALIZED (
      SELECT term, first_ordinal, (first_ordinal - 1) / ${STRETCH}::int AS stretch, octet_length(ordinals) AS bytes
      FROM instance_term
      WHERE survey_id = ${surveyId} AND term = ANY(${terms}::text[]) AND first_ordinal > ${from * STRETCH}
    ), common AS (
      SELECT stretch, sum(sum(bytes)) OVER (ORDER BY stretch) - sum(bytes) AS before, max(stretch) OVER () AS last
      FROM own GROUP BY stretch HAVING count(DISTINCT term) = ${terms.length}::int
    ), near AS (
      SELECT stretch, max(stretch) OVER () < last AS more FROM common WHERE before < ${bytes}::int
    )
    SELECT term, first_ordinal AS first, t.ordinals, stretch, more
    FROM near JOIN own USING (stretch)
    JOIN instance_term t USING (term, first_ordinal) WHERE t.survey_id = ${surveyId}
    ORDER BY stretch, first_ordinal`)
}

/** Of one stretch, in which a term has a row, or several where it was written in pieces. */
function matchesIn(rows: readonly Row[]): number[] {
  const lists = new Map<string, number[]>()
  for (const { term, first, ordinals } of rows) {
    if (!lists.has(term)) lists.set(term, [])
    decodeOrdinals(first, ordinals, lists.get(term))
  }
  return intersect([...lists.values()])
}
