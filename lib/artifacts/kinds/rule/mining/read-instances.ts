import { pool } from '@/lib/platform/db'

/** An instance as rules are tried on it. The gold is canonical, as import wrote it. */
export type MinedInstance = { ordinal: number; text: string; gold: unknown }

const PAGE = 1000

/** The instances of a corpus in order, all or every so many, a page in memory at a time. */
export async function* readInstances(corpusId: string, every = 1): AsyncGenerator<MinedInstance[]> {
  for (let after = 0; ; ) {
    const { rows } = await pool().query<MinedInstance>(
      `SELECT ordinal, text, gold FROM "instance"
       WHERE corpus_id = $1 AND ordinal > $2 AND ordinal % $3 = 0 ORDER BY ordinal LIMIT ${PAGE}`,
      [corpusId, after, every],
    )
    if (rows.length) yield rows
    if (rows.length < PAGE) return
    after = rows.at(-1)!.ordinal
  }
}
