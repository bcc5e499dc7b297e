import { pool } from '@/lib/platform/db'
import type { ComposableInstance } from '@/lib/synthesis/prepared/model'

const MOST_ROWS = 250
const AIM_BYTES = 1_000_000

type Row = Omit<ComposableInstance, 'corpusId'>

/**
 * The instances of a corpus in order, or those of a stretch of it, in batches by keyset: memory stays bounded and no transaction
 * stays open. The next batch is on its way while one is worked on; its size follows the length of the texts.
 */
export async function* readInstances(
  corpusId: string,
  { mostRows = MOST_ROWS, after = 0, last = LAST }: { mostRows?: number; after?: number; last?: number } = {},
): AsyncGenerator<ComposableInstance[]> {
  let limit = Math.min(200, mostRows)
  let next = readBatch(corpusId, { after, last, limit })
  for (;;) {
    const rows = await next
    const end = rows.at(-1)
    if (!end) return
    limit = Math.min(mostRows, rowsOfSize(rows))
    next = readBatch(corpusId, { after: end.ordinal, last, limit })
    next.catch(() => {}) // It is awaited above; when the reader stops early, nobody asks any more.
    yield rows.map((row) => ({ ...row, corpusId }))
  }
}

const LAST = 2_147_483_647

async function readBatch(
  corpusId: string,
  from: { after: number; last: number; limit: number },
): Promise<Row[]> {
  if (from.after >= from.last) return []
  const { rows } = await pool().query<Row>({
    name: 'compose-instances',
    text: `SELECT ordinal, id, text, gold FROM instance
      WHERE corpus_id = $1::uuid AND ordinal > $2::int AND ordinal <= $3::int ORDER BY ordinal LIMIT $4::int`,
    values: [corpusId, from.after, from.last, from.limit],
  })
  return rows
}

function rowsOfSize(rows: Row[]): number {
  // The gold of one instance in ten stands for all.
  const golds = rows.filter((_, at) => at % 10 === 0)
  const perGold = golds.reduce((sum, { gold }) => sum + JSON.stringify(gold).length, 0) / golds.length
  const characters = rows.reduce((sum, { text }) => sum + text.length + perGold, 0)
  return Math.max(10, Math.floor((AIM_BYTES * rows.length) / Math.max(1, characters)))
}

/** Instances of a corpus at these ordinals, in file order. */
export async function readInstancesAt(corpusId: string, ordinals: number[]): Promise<ComposableInstance[]> {
  const { rows } = await pool().query<Row>(
    `SELECT ordinal, id, text, gold FROM instance
      WHERE corpus_id = $1::uuid AND ordinal = ANY($2::int[]) ORDER BY ordinal`,
    [corpusId, [...new Set(ordinals)]],
  )
  return rows.map((row) => ({ ...row, corpusId }))
}
