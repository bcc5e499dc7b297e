import type { PoolClient } from 'pg'
import { finishImport } from '@/lib/corpora/finish-import'
import { importCorpusJob } from '@/lib/corpora/jobs'
import { labelCountSchema } from '@/lib/corpora/model'
import { fileReadingSchema, readCorpusFile } from '@/lib/corpora/read-corpus-file'
import { removeImport } from '@/lib/corpora/remove-import'
import { newTally, type Tally, tallyReading } from '@/lib/corpora/tally-reading'
import { addToBatch, clearBatch, isFull, newBatch, writeBatch } from '@/lib/corpora/write-batch'
import { db, pool } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { files } from '@/lib/platform/files'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'

/** Reads the file from where the last batch ended. Killed at any moment and run again, it makes the same rows. */
export const importCorpusHandler: JobHandler<typeof importCorpusJob.payload> = {
  job: importCorpusJob,
  async run({ corpusId }, context) {
    return holdingCorpus(corpusId, context, async (client) => {
      const corpus = await db.corpus.findUnique({ where: { id: corpusId } })
      if (corpus?.state === 'importing') {
        await importRest(client, corpus, context)
        await finishImport(corpusId, context)
      }
      return summaryOf(corpusId)
    })
  },
  async ended({ corpusId }, state, context) {
    const removed = await removeImport(corpusId, { state, startedBy: context.startedBy })
    if (removed) context.note({ key: 'importRemoved', params: { instances: removed.instanceCount } })
  },
}

/** One worker at a time: the lock belongs to the connection that writes, and ends with it. */
async function holdingCorpus<Result>(
  corpusId: string,
  context: JobContext,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool().connect()
  client.on('error', ignoreLoss)
  let broken = true
  try {
    while (!(await tryLock(client, corpusId))) {
      await context.progress({ done: 0, step: { key: 'waitingForOtherWorker' } })
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    const result = await work(client)
    await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [lockName(corpusId)])
    broken = false
    return result
  } finally {
    client.off('error', ignoreLoss)
    client.release(broken)
  }
}

/** A lost connection shows in the statement that meets it; as an event without a listener it would end the worker. */
function ignoreLoss(): void {}

async function tryLock(client: PoolClient, corpusId: string): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held',
    [lockName(corpusId)],
  )
  return rows[0]?.held === true
}

function lockName(corpusId: string): string {
  return `import/${corpusId}`
}

type CorpusRow = NonNullable<Awaited<ReturnType<typeof db.corpus.findUnique>>>

async function importRest(client: PoolClient, corpus: CorpusRow, context: JobContext): Promise<void> {
  await requireFile(corpus)
  const { id: corpusId, fileKey, readingCount: readings } = corpus
  const tally = tallyOf(corpus)
  const start = { byte: Number(corpus.byteOffset), line: corpus.lineCount + 1, readings }
  const reading = fileReadingSchema.parse(corpus)
  if (readings > 0) context.note({ key: 'importGoesOn', params: { line: start.line } })
  let written = start.byte
  let stored = readings
  let writing = Promise.resolve()
  // One batch is read while the other is being written.
  let batch = newBatch()
  let other = newBatch()
  const flush = async () => {
    await writing
    await context.progress({ done: written, total: Number(corpus.fileBytes), step: stepOf(tally) })
    writing = writeBatch(client, batch, { corpusId, from: stored, tally })
    writing.catch(() => undefined)
    written = batch.byteEnd
    stored += batch.readings
    ;[batch, other] = [other, batch]
    clearBatch(batch)
  }
  try {
    for await (const one of readCorpusFile(fileKey, reading, start)) {
      const labels = tallyReading(tally, one)
      addToBatch(batch, one, { corpusId, lastOrdinal: tally.instanceCount, labels })
      if (isFull(batch)) await flush()
    }
    if (batch.readings > 0) await flush()
  } finally {
    await writing
  }
}

async function requireFile({ fileKey, fileBytes, name }: CorpusRow): Promise<void> {
  if ((await files().size(fileKey)) === Number(fileBytes)) return
  throw new AppError('not_found', `The file of “${name}” is gone. Upload it again.`, {
    reason: 'import-file-gone',
    params: { name },
  })
}

function tallyOf(corpus: CorpusRow): Tally {
  const { readingCount, instanceCount, refusedCount, warningCount, itemCount } = corpus
  const labels = labelCountSchema.array().parse(corpus.labels)
  return { ...newTally(labels), readingCount, instanceCount, refusedCount, warningCount, itemCount }
}

function stepOf({ instanceCount, refusedCount }: Tally) {
  return { key: 'readingFile', params: { instances: instanceCount, refused: refusedCount } }
}

async function summaryOf(corpusId: string) {
  const corpus = await db.corpus.findUnique({
    where: { id: corpusId },
    select: { instanceCount: true, refusedCount: true, warningCount: true, itemCount: true },
  })
  return corpus ? { corpusId, ...corpus } : { corpusId }
}
