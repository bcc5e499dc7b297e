import { startSurvey } from '@/lib/corpora/survey-corpus'
import { audit } from '@/lib/platform/audit'
import { db, sql, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { JobContext } from '@/lib/platform/jobs'
import { systemActor } from '@/lib/platform/model'

const MINUTES = 60_000
/** What is wrong in a line comes before what stands there again; no line has so much wrong. */
const AFTER_OTHERS = 1_000_000

/** The file has been read: says which texts stand in it twice, and makes the corpus ready. One transaction. */
export async function finishImport(corpusId: string, context: JobContext): Promise<void> {
  await context.progress({ done: await bytesRead(corpusId), step: { key: 'findingDuplicates' } })
  await db.$executeRaw(sql`ANALYZE instance`)
  await db.$transaction(
    async (tx) => {
      await refuseEmpty(tx, corpusId)
      const duplicates = await reportDuplicates(tx, corpusId)
      const { instanceCount, refusedCount, name, projectId, warningCount } = await tx.corpus.update({
        where: { id: corpusId, state: 'importing' },
        data: { state: 'ready', importedAt: new Date(), warningCount: { increment: duplicates } },
      })
      await audit(tx, systemActor('import-corpus'), {
        action: 'corpus.imported',
        subjectKind: 'corpus',
        subjectId: corpusId,
        projectId,
        data: { name, instanceCount, refusedCount, warningCount, duplicates, startedBy: context.startedBy },
      })
      await startSurvey(tx, systemActor(context.startedBy), { id: corpusId, projectId, instanceCount })
    },
    { timeout: 30 * MINUTES },
  )
}

function allDropped(dropped: number): AppError {
  return new AppError(
    'invalid',
    `The fixes settled with the import took out all ${dropped} instances. Nothing was kept; import the file again and leave some in.`,
    { reason: 'import-dropped-all', params: { dropped } },
  )
}

async function bytesRead(corpusId: string): Promise<number> {
  const { byteOffset } = await db.corpus.findUniqueOrThrow({ where: { id: corpusId } })
  return Number(byteOffset)
}

/** A corpus without an instance is none: says what was wrong with the first lines. */
async function refuseEmpty(tx: Tx, corpusId: string): Promise<void> {
  const { instanceCount, refusedCount } = await tx.corpus.findUniqueOrThrow({ where: { id: corpusId } })
  if (instanceCount > 0) return
  const dropped = await tx.droppedInstance.count({ where: { corpusId } })
  if (dropped > 0) throw allDropped(dropped)
  const issues = await tx.importIssue.findMany({
    where: { corpusId },
    orderBy: [{ line: 'asc' }, { part: 'asc' }],
    take: 3,
  })
  const first = issues.map(({ line, message }) => `Line ${line}: ${message}`).join(' ')
  throw new AppError(
    'invalid',
    `No instance could be read (${refusedCount} refused). ${first} Nothing was kept; mend the file and import it again.`,
    { reason: 'import-empty', params: { refused: refusedCount } },
  )
}

/**
 * Found by the database with one sort, so that a large corpus needs no more memory. Returns how many texts stand there again. Several
 * questions about one text are no duplicates, but the same question is. A line with several instances can have several of them.
 */
async function reportDuplicates(tx: Tx, corpusId: string): Promise<number> {
  const { taskForm } = await tx.corpus.findUniqueOrThrow({ where: { id: corpusId } })
  await tx.$executeRaw(sql`SET LOCAL work_mem = '64MB'`)
  return tx.$executeRaw(sql`
    WITH twice AS MATERIALIZED (
      SELECT ordinal, first_line FROM (
        SELECT ordinal, row_number() OVER same AS number, first_value(line) OVER same AS first_line
        FROM instance WHERE corpus_id = ${corpusId}::uuid
        WINDOW same AS (PARTITION BY text_hash, CASE WHEN ${taskForm === 'mrc'} THEN gold ->> 'question' END ORDER BY ordinal)
      ) AS numbered WHERE number > 1
    )
    INSERT INTO import_issue (corpus_id, line, part, severity, code, message, excerpt, params)
    SELECT i.corpus_id, i.line, ${AFTER_OTHERS} + row_number() OVER (PARTITION BY i.line ORDER BY i.ordinal), 'warning', 'text-twice',
      'The same text stands in line ' || twice.first_line || '. Both were kept.', left(i.text, 160),
      json_build_object('begins', twice.first_line)
    FROM twice JOIN instance i ON i.corpus_id = ${corpusId}::uuid AND i.ordinal = twice.ordinal`)
}
