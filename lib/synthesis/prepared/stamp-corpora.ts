import { pool } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'

export type StampedCorpus = { id: string; instanceCount: number; itemCount: number; labels: unknown }

/** Another stamp, another content: fixes are what changes a corpus, and each begins and ends once. By corpus. */
export async function stampCorpora(corpora: readonly StampedCorpus[]): Promise<Map<string, string>> {
  const { rows } = await pool().query<{ id: string; fixes: unknown }>(
    `SELECT corpus_id AS id, json_agg(json_build_array(number, state, finished_at) ORDER BY number) AS fixes
      FROM corpus_fix WHERE corpus_id = ANY($1::uuid[]) GROUP BY corpus_id`,
    [corpora.map(({ id }) => id)],
  )
  const fixes = new Map(rows.map((row) => [row.id, row.fixes]))
  return new Map(
    corpora.map(({ id, instanceCount, itemCount, labels }) => [
      id,
      contentHash([id, instanceCount, itemCount, labels, fixes.get(id) ?? []]),
    ]),
  )
}
