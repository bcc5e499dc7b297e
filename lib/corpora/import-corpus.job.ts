import type { PoolClient } from 'pg'
import { finishImport } from '@/lib/corpora/finish-import'
import { applyPlan } from '@/lib/corpora/fixes/apply-plan'
import { holdCorpus } from '@/lib/corpora/hold-corpus'
import { importCorpusJob } from '@/lib/corpora/jobs'
import { labelCountSchema } from '@/lib/corpora/model'
import { fileReadingSchema, readCorpusFile } from '@/lib/corpora/read-corpus-file'
import { removeImport } from '@/lib/corpora/remove-import'
import { newTally, type Tally, tallyReading } from '@/lib/corpora/tally-reading'
import { addToBatch, clearBatch, isFull, newBatch, writeBatch } from '@/lib/corpora/write-batch'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { files } from '@/lib/platform/files'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'

/** Reads the file from where the last batch ended. Killed at any moment and run again, it makes the same rows. */
export const importCorpusHandler: JobHandler<typeof importCorpusJob.payload> = {
  job: importCorpusJob,
  async run({ corpusId }, context) {
    return holdCorpus({ corpusId, work: 'import' }, context, async (client) => {
      const corpus = await db.corpus.findUnique({ where: { id: corpusId } })
      if (corpus?.state === 'importing') {
        await importRest(client, corpus, context)
        await applyPlan(client, corpusId, context)
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
