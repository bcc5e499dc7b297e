import { pool } from '@/lib/platform/db'

const ROWS = 1_000
const BYTES = 8_000_000

/**
 * Instances of a corpus after one of them, in order, in batches that fit into memory however long the texts are. The next batch
 * comes while one is worked on.
 */
export async function* readInOrder<Row extends { ordinal: number }>(
  corpusId: string,
  { columns, after = 0 }: { columns: string; after?: number },
): AsyncGenerator<Row[]> {
  const read = async (last: number) => {
    const { rows } = await pool().query<Row>(
      `SELECT ordinal, ${columns} FROM (
         SELECT *, sum(octet_length(text)) OVER (ORDER BY ordinal) - octet_length(text) AS before
         FROM (SELECT * FROM instance WHERE corpus_id = $1 AND ordinal > $2 ORDER BY corpus_id, ordinal LIMIT ${ROWS}) AS batch
       ) AS measured WHERE before < ${BYTES} ORDER BY ordinal`,
      [corpusId, last],
    )
    return rows
  }
  let coming = read(after)
  while (true) {
    const rows = await coming
    if (rows.length === 0) return
    coming = read(rows.at(-1)!.ordinal)
    coming.catch(() => undefined)
    yield rows
  }
}
