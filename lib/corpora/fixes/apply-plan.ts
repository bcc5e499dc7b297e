import type { PoolClient } from 'pg'
import { addFix } from '@/lib/corpora/fixes/add-fix'
import { applyFix } from '@/lib/corpora/fixes/apply-fix'
import { type Fix, importPlanSchema } from '@/lib/corpora/fixes/model'
import { labelCountSchema } from '@/lib/corpora/model'
import { findInDatabase } from '@/lib/corpora/problems/find-in-database'
import { leaveSeen } from '@/lib/corpora/problems/leave-seen'
import { lookedFor, lookThrough } from '@/lib/corpora/problems/look-through'
import { db, type Tx } from '@/lib/platform/db'
import type { JobContext } from '@/lib/platform/jobs'
import { taskFormSchema } from '@/lib/tasks/model'

const HOURS = 3_600_000

type Given = { corpusId: string; report: () => Promise<void> }

/**
 * Does what was settled with the import, before the corpus is ready. These are fixes like others: they stand in the list and can be
 * undone. Each is one transaction, so an import that goes on after it was killed goes on with the first that was not done.
 */
export async function applyPlan(client: PoolClient, corpusId: string, context: JobContext): Promise<void> {
  const corpus = await db.corpus.findUniqueOrThrow({ where: { id: corpusId } })
  const { fixes } = importPlanSchema.parse(corpus.plan)
  const left = fixes.slice(await db.corpusFix.count({ where: { corpusId } }))
  const report = () => context.progress({ done: Number(corpus.byteOffset), step: { key: 'fixingInstances' } })
  let isKnown = false
  for (const fix of left) {
    await report()
    const isOfProblem = 'problem' in fix
    if (isOfProblem && !isKnown) await findProblems(client, left, { corpusId, report })
    isKnown = isOfProblem // other labels make other duplicates
    await db.$transaction((tx) => fixNext(tx, fix, { corpusId, report }), {
      timeout: 4 * HOURS,
      maxWait: 60_000,
    })
  }
}

/** What is doubtful in the corpus as it is now, without what an earlier fix left as it is. */
async function findProblems(
  client: PoolClient,
  fixes: readonly Fix[],
  { corpusId, report }: Given,
): Promise<void> {
  const corpus = await db.corpus.findUniqueOrThrow({ where: { id: corpusId } })
  const { known = null } = importPlanSchema.parse(corpus.plan)
  const labels = labelCountSchema.array().parse(corpus.labels)
  await findInDatabase(client, { id: corpusId, labels, known })
  if (fixes.some((fix) => 'problem' in fix && lookedFor.includes(fix.problem)))
    await lookThrough(client, { ...corpus, taskForm: taskFormSchema.parse(corpus.taskForm) }, report)
  await leaveSeen(client, corpusId)
}

async function fixNext(tx: Tx, fix: Fix, { corpusId, report }: Given): Promise<void> {
  const corpus = await tx.corpus.findUniqueOrThrow({ where: { id: corpusId } })
  const row = await addFix(tx, { id: corpus.createdById }, { corpusId, fix })
  await applyFix(tx, { corpus, row, fix, report })
}
