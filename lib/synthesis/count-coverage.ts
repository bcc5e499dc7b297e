import { pool } from '@/lib/platform/db'
import type { Coverage } from '@/lib/synthesis/model'

type Covered = { id: string; instances: number; labels: readonly string[]; guided: readonly string[] }

/** What the release can say about the instances of these corpora. Only a corpus that it covers in part is read through. */
export async function countCoverage(corpora: readonly Covered[]): Promise<Coverage> {
  const sum: Coverage = { instances: 0, withoutGold: 0, emptyGuided: 0, presentGuided: 0, absentGuided: 0 }
  for (const corpus of corpora) {
    const counted = await countCorpus(corpus)
    for (const key of Object.keys(sum) as (keyof Coverage)[]) sum[key] += counted[key]
  }
  return sum
}

async function countCorpus({ id, instances, labels, guided }: Covered): Promise<Coverage> {
  const withoutGold = await countWithoutGold(id)
  const known = { instances, withoutGold }
  if (guided.length === 0) return { ...known, emptyGuided: 0, presentGuided: 0, absentGuided: 0 }
  const emptyGuided = withoutGold
  const withGold = instances - withoutGold
  if (guided.length === labels.length)
    return { ...known, emptyGuided, presentGuided: withGold, absentGuided: withGold }
  return { ...known, emptyGuided, ...(await countGuided(id, guided)) }
}

async function countWithoutGold(corpusId: string): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `SELECT count(*)::int AS count FROM instance WHERE corpus_id = $1::uuid AND labels = '{}'`,
    [corpusId],
  )
  return rows[0]!.count
}

async function countGuided(
  corpusId: string,
  guided: readonly string[],
): Promise<Pick<Coverage, 'presentGuided' | 'absentGuided'>> {
  const { rows } = await pool().query<{ presentGuided: number; absentGuided: number }>(
    `SELECT count(*) FILTER (WHERE labels && $2::text[])::int AS "presentGuided",
      count(*) FILTER (WHERE labels <> '{}' AND NOT labels @> $2::text[])::int AS "absentGuided"
      FROM instance WHERE corpus_id = $1::uuid`,
    [corpusId, guided],
  )
  return rows[0]!
}
