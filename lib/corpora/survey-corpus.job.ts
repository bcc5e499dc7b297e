import type { PoolClient } from 'pg'
import { importPlanSchema } from '@/lib/corpora/fixes/model'
import { holdCorpus, ignoreLoss } from '@/lib/corpora/hold-corpus'
import { surveyCorpusJob } from '@/lib/corpora/jobs'
import { labelCountSchema } from '@/lib/corpora/model'
import { findInDatabase } from '@/lib/corpora/problems/find-in-database'
import { leaveSeen } from '@/lib/corpora/problems/leave-seen'
import { lookThrough } from '@/lib/corpora/problems/look-through'
import { BandFiles } from '@/lib/corpora/survey/band-files'
import { findNearDuplicates } from '@/lib/corpora/survey/find-near-duplicates'
import { indexInstances } from '@/lib/corpora/survey/index-instances'
import { indexProblems } from '@/lib/corpora/survey/index-problems'
import { lastOrdinal } from '@/lib/corpora/survey/last-ordinal'
import { BANDS } from '@/lib/corpora/survey/min-hash'
import { problemKindSchema, type SurveyContent } from '@/lib/corpora/survey/model'
import { signTexts } from '@/lib/corpora/survey/sign-texts'
import { surveyContent } from '@/lib/corpora/survey/tally'
import { writeProblems } from '@/lib/corpora/survey/write-problems'
import { audit } from '@/lib/platform/audit'
import { db, type Json, pool, sql } from '@/lib/platform/db'
import type { JobContext, JobHandler, JobStep } from '@/lib/platform/jobs'
import { systemActor } from '@/lib/platform/model'
import { taskFormSchema } from '@/lib/tasks/model'

/** Reads a corpus and writes what people ask of it. Killed and run again, it goes on with the stretch or phase that was begun. */
export const surveyCorpusHandler: JobHandler<typeof surveyCorpusJob.payload> = {
  job: surveyCorpusJob,
  async run({ corpusId }, context) {
    return holdCorpus({ corpusId, work: 'survey' }, context, async (client) => {
      const corpus = await db.corpus.findUnique({ where: { id: corpusId } })
      if (corpus?.state !== 'ready') return { corpusId }
      const survey = await openSurvey(corpusId, context)
      if (survey.phase !== 'ready') {
        const given = { corpus, survey, last: await lastOrdinal(corpusId), context }
        await readAll(client, given)
        await findProblems(client, given)
        await reportShare(given, 1, { key: 'comparingTexts', params: { percent: 100 } })
        await finishSurvey(corpus, survey.id, context)
      }
      return { corpusId, surveyId: survey.id }
    })
  },
  async ended({ corpusId }) {
    await db.corpusSurvey.deleteMany({ where: { corpusId, phase: 'reading' } })
  },
}

type CorpusRow = NonNullable<Awaited<ReturnType<typeof db.corpus.findUnique>>>
type SurveyRow = NonNullable<Awaited<ReturnType<typeof db.corpusSurvey.findUnique>>>
type Given = { corpus: CorpusRow; survey: SurveyRow; last: number; context: JobContext }

/** The one that was begun and not finished, or this very run's; otherwise a new one. */
async function openSurvey(corpusId: string, context: JobContext): Promise<SurveyRow> {
  const newest = await db.corpusSurvey.findFirst({ where: { corpusId }, orderBy: { id: 'desc' } })
  const run = await db.jobRun.findUnique({ where: { id: context.runId } })
  const isOurs = newest && (newest.phase !== 'ready' || (run && newest.createdAt >= run.createdAt))
  return isOurs ? newest : db.corpusSurvey.create({ data: { corpusId } })
}

/** How much of the work is done when all texts are indexed, and when all are looked through. */
const INDEXED = 0.6
const LOOKED_THROUGH = 0.9

/** Tells a share of the work as people count it, in instances. */
function reportShare({ corpus, context }: Given, share: number, step: JobStep): Promise<void> {
  const total = corpus.instanceCount
  return context.progress({ done: Math.round(share * total), total, step })
}

/** The database compares what it has by itself while the texts are being indexed. */
async function readAll(client: PoolClient, given: Given): Promise<void> {
  const { survey } = given
  const tasks = [
    compareGold(given),
    survey.phase === 'reading' ? makeSearchable(client, given) : Promise.resolve(),
  ]
  const ends = await Promise.allSettled(tasks)
  for (const end of ends.toReversed()) if (end.status === 'rejected') throw end.reason
}

async function compareGold({ corpus }: Given): Promise<void> {
  const { known } = importPlanSchema.parse(corpus.plan)
  const labels = labelCountSchema.array().parse(corpus.labels)
  const client = await pool().connect()
  client.on('error', ignoreLoss)
  let broken = true
  try {
    await findInDatabase(client, { id: corpus.id, labels, known: known ?? null })
    broken = false
  } finally {
    client.off('error', ignoreLoss)
    client.release(broken)
  }
}

async function makeSearchable(client: PoolClient, given: Given): Promise<void> {
  const { corpus, survey, last, context } = given
  const report = (ordinal: number) => reportShare(given, (INDEXED * ordinal) / last, { key: 'indexingTexts' })
  const tally = await indexInstances(client, { corpus, survey, report })
  const content: SurveyContent = { ...surveyContent(tally), problems: [] }
  await db.corpusSurvey.update({ where: { id: survey.id }, data: { phase: 'searchable', content } })
  await client.query('ANALYZE instance_term')
  context.note({ key: 'textsIndexed', params: { instances: tally.instances } })
}

async function findProblems(client: PoolClient, given: Given): Promise<void> {
  const { corpus, survey, last } = given
  const looked = { ...corpus, taskForm: taskFormSchema.parse(corpus.taskForm) }
  const bands = await BandFiles.open(BANDS)
  try {
    await lookThrough(client, looked, async (rows) => {
      await signTexts(bands, rows)
      const share = INDEXED + ((LOOKED_THROUGH - INDEXED) * rows.at(-1)!.ordinal) / last
      await reportShare(given, share, { key: 'lookingThrough' })
    })
    const duplicates = await findNearDuplicates({ id: corpus.id, lastOrdinal: last }, bands, (share) => {
      const percent = Math.round(100 * share)
      const step = { key: 'comparingTexts', params: { percent } }
      return reportShare(given, LOOKED_THROUGH + (1 - LOOKED_THROUGH) * share, step)
    })
    await writeProblems(client, { corpusId: corpus.id, kind: 'near-duplicate' }, duplicates)
  } finally {
    await bands.remove()
  }
  await leaveSeen(client, corpus.id)
  await indexProblems(client, { corpusId: corpus.id, surveyId: survey.id, last })
}

/** The new survey takes the place of the one before it. */
async function finishSurvey(corpus: CorpusRow, surveyId: number, context: JobContext): Promise<void> {
  const problems = await countProblems(corpus.id)
  await db.$transaction(
    async (tx) => {
      const { content } = await tx.corpusSurvey.findUniqueOrThrow({ where: { id: surveyId } })
      await tx.corpusSurvey.update({
        where: { id: surveyId },
        data: {
          phase: 'ready',
          finishedAt: new Date(),
          content: { ...(content as object), problems } as Json,
        },
      })
      await tx.corpusSurvey.deleteMany({ where: { corpusId: corpus.id, id: { lt: surveyId } } })
      await audit(tx, systemActor('survey-corpus'), {
        action: 'corpus.surveyed',
        subjectKind: 'corpus',
        subjectId: corpus.id,
        projectId: corpus.projectId,
        data: { name: corpus.name, problems, startedBy: context.startedBy },
      })
    },
    { timeout: 600_000 },
  )
}

async function countProblems(corpusId: string): Promise<SurveyContent['problems']> {
  const rows = await db.$queryRaw<{ kind: string; instances: number; groups: number }[]>(sql`
    SELECT kind, count(DISTINCT ordinal)::int AS instances, count(DISTINCT group_key)::int AS groups
    FROM instance_problem WHERE corpus_id = ${corpusId}::uuid GROUP BY kind ORDER BY kind`)
  return rows.map((row) => ({ ...row, kind: problemKindSchema.parse(row.kind) }))
}
