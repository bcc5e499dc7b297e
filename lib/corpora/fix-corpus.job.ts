import { applyFix, type FixRow } from '@/lib/corpora/fixes/apply-fix'
import { describeFix } from '@/lib/corpora/fixes/describe-fix'
import { fixLabelTerms, fixProblemTerms } from '@/lib/corpora/fixes/fix-terms'
import { type WrittenFix, writtenFixSchema } from '@/lib/corpora/fixes/model'
import { holdCorpus } from '@/lib/corpora/hold-corpus'
import { fixCorpusJob } from '@/lib/corpora/jobs'
import { problemKinds } from '@/lib/corpora/survey/model'
import { startSurvey } from '@/lib/corpora/survey-corpus'
import { audit } from '@/lib/platform/audit'
import { db, sql, type Tx } from '@/lib/platform/db'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'
import { systemActor } from '@/lib/platform/model'

const HOURS = 3_600_000

/** Does a fix in one transaction. Killed, it has done nothing, and begins anew. A survey that still runs is waited for. */
export const fixCorpusHandler: JobHandler<typeof fixCorpusJob.payload> = {
  job: fixCorpusJob,
  async run({ fixId }, context) {
    const row = await db.corpusFix.findUnique({ where: { id: fixId } })
    if (row?.state !== 'open') return { fixId }
    const work = { corpusId: row.corpusId, work: 'survey' }
    const counts = await holdCorpus(work, context, () =>
      db.$transaction((tx) => fixAll(tx, row, context), { timeout: 4 * HOURS, maxWait: 60_000 }),
    )
    return { fixId, ...counts }
  },
  async ended({ fixId }, state, context) {
    const row = await db.corpusFix.findUnique({ where: { id: fixId } })
    if (row?.state !== 'open') return
    await db.$transaction(async (tx) => {
      await tx.corpusFix.update({ where: { id: fixId }, data: { state, finishedAt: new Date() } })
      const { projectId, name } = await tx.corpus.findUniqueOrThrow({ where: { id: row.corpusId } })
      await audit(tx, systemActor('fix-corpus'), {
        action: `fix.${state}`,
        subjectKind: 'corpus',
        subjectId: row.corpusId,
        projectId,
        data: { name, number: row.number, startedBy: context.startedBy },
      })
    })
  },
}

async function fixAll(tx: Tx, row: FixRow, context: JobContext) {
  const fix = writtenFixSchema.parse(row.fix)
  const corpus = await tx.corpus.findUniqueOrThrow({ where: { id: row.corpusId } })
  const report = (done: number) => context.progress({ done, step: { key: 'fixingInstances' } })
  await report(0)
  const counts = await applyFix(tx, { corpus, row, fix, report })
  await keepSearchable(tx, row)
  await audit(tx, systemActor('fix-corpus'), {
    action: 'corpus.fixed',
    subjectKind: 'corpus',
    subjectId: corpus.id,
    projectId: corpus.projectId,
    data: {
      name: corpus.name,
      number: row.number,
      fix: describeFix(fix),
      ...counts,
      startedBy: context.startedBy,
    },
  })
  const { instanceCount } = await tx.corpus.findUniqueOrThrow({ where: { id: corpus.id } })
  await startSurvey(tx, systemActor(context.startedBy), { ...corpus, instanceCount })
  return counts
}

/** Until the next survey, the last one is asked: it must know the labels and doubts of now. One half done is done anew. */
async function keepSearchable(tx: Tx, row: FixRow): Promise<void> {
  const { corpusId } = row
  await tx.corpusSurvey.deleteMany({ where: { corpusId, phase: 'reading' } })
  await tx.corpusSurvey.updateMany({ where: { corpusId, phase: 'searchable' }, data: { phase: 'ready' } })
  const changed = await labelsOf(tx, row)
  if (changed.length > 0) {
    await fixLabelTerms(tx, corpusId, changed)
    await tx.$executeRaw(sql`
      DELETE FROM instance_problem WHERE corpus_id = ${corpusId}::uuid AND kind = 'label-variant'
        AND detail->'labels' ?| ${changed}::text[]`)
  }
  await fixProblemTerms(tx, corpusId, problemKinds)
}

async function labelsOf(tx: Tx, row: FixRow): Promise<string[]> {
  const fix: WrittenFix = writtenFixSchema.parse(row.fix)
  if (fix.kind === 'undo') {
    const undone = await tx.corpusFix.findUniqueOrThrow({ where: { id: row.undoesId! } })
    return labelsOf(tx, undone)
  }
  if (!('from' in fix) || fix.part !== 'label') return []
  return fix.kind === 'relabel' ? [...fix.from, fix.to] : fix.from
}
