import { hash } from 'node:crypto'
import type { PoolClient } from 'pg'
import {
  excerptOf,
  type IssueParams,
  instanceIdName,
  type NewInstance,
  type ReadInstances,
} from '@/lib/corpora/model'
import { labelCounts, type Tally } from '@/lib/corpora/tally-reading'
import { COPY_NULL, type CopyRows, copyInto, copyRows, copyText, copyTexts } from '@/lib/platform/copy'
import { inTransaction } from '@/lib/platform/db'
import { uuidFromName } from '@/lib/platform/hash'

/** Readings that enter the database together, already as rows of COPY. */
export type Batch = {
  instances: CopyRows
  issues: CopyRows
  readings: number
  /** The place in the file after the last reading. */
  byteEnd: number
  lineEnd: number
}

const BATCH_READINGS = 2_000
const BATCH_BYTES = 4_000_000

export function newBatch(): Batch {
  return { instances: copyRows(), issues: copyRows(), readings: 0, byteEnd: 0, lineEnd: 0 }
}

export function isFull({ readings, instances }: Batch): boolean {
  return readings >= BATCH_READINGS || instances.bytes >= BATCH_BYTES
}

export function clearBatch(batch: Batch): void {
  batch.instances.clear()
  batch.issues.clear()
  batch.readings = 0
}

/** `labels`: those of each instance of the reading; `lastOrdinal`: the ordinal of the last of them. */
export function addToBatch(
  batch: Batch,
  reading: ReadInstances,
  given: { corpusId: string; lastOrdinal: number; labels: string[][] },
): void {
  const { corpusId, labels } = given
  const before = given.lastOrdinal - reading.instances.length
  reading.instances.forEach((instance, i) => {
    const place = { corpusId, ordinal: before + i + 1, line: reading.line }
    batch.instances.add(instanceRow(instance, labels[i]!, place))
  })
  reading.issues.forEach(({ line, severity, code, message, excerpt, params }, i) => {
    const said = `${copyText(message)}\t${copyText(excerpt)}\t${copyText(JSON.stringify(storable(params)))}`
    batch.issues.add(`${corpusId}\t${line}\t${i + 1}\t${severity}\t${code}\t${said}\n`)
  })
  batch.readings++
  batch.byteEnd = reading.byteEnd
  batch.lineEnd = reading.lineEnd
}

/** Words of a text can be long, and hold what the database does not take. */
function storable(params: IssueParams = {}): IssueParams {
  const entries = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? excerptOf(value) : value,
  ])
  return Object.fromEntries(entries)
}

const INSTANCE = 'instance (corpus_id, ordinal, id, line, text, gold, labels, text_hash, meta)'
const ISSUE = 'import_issue (corpus_id, line, part, severity, code, message, excerpt, params)'

function instanceRow(
  { text, gold, meta }: NewInstance,
  labels: readonly string[],
  { corpusId, ordinal, line }: { corpusId: string; ordinal: number; line: number },
): string {
  const id = uuidFromName(instanceIdName(corpusId, ordinal))
  const textHash = hash('sha256', text, 'hex').slice(0, 32)
  const extras = meta ? copyText(JSON.stringify(meta)) : COPY_NULL
  const values = `${copyText(text)}\t${copyText(JSON.stringify(gold))}\t${copyTexts(labels)}`
  return `${corpusId}\t${ordinal}\t${id}\t${line}\t${values}\t\\\\x${textHash}\t${extras}\n`
}

/**
 * Writes a batch, the counts and the place reached, all or nothing. The readings stored must still be `from`: a worker that was
 * thought dead and comes back finds more of them, and writes nothing.
 */
export function writeBatch(
  client: PoolClient,
  batch: Batch,
  given: { corpusId: string; from: number; tally: Tally },
): Promise<void> {
  const { corpusId, from, tally } = given
  const counts = [tally.instanceCount, tally.refusedCount, tally.warningCount, tally.itemCount]
  const progress = [
    tally.readingCount,
    batch.byteEnd,
    batch.lineEnd,
    ...counts,
    JSON.stringify(labelCounts(tally)),
  ]
  return inTransaction(client, async () => {
    const { rowCount } = await client.query(
      `UPDATE corpus SET reading_count = $3, byte_offset = $4, line_count = $5, instance_count = $6,
         refused_count = $7, warning_count = $8, item_count = $9, labels = $10
       WHERE id = $1 AND reading_count = $2 AND state = 'importing'`,
      [corpusId, from, ...progress],
    )
    if (rowCount !== 1) throw new Error(`The import of corpus ${corpusId} was taken over or removed.`)
    await copyInto(client, INSTANCE, batch.instances)
    await copyInto(client, ISSUE, batch.issues)
  })
}
