import type { PoolClient } from 'pg'
import { addFix } from '@/lib/corpora/fixes/add-fix'
import { applyFix } from '@/lib/corpora/fixes/apply-fix'
import { type Fix, importPlanSchema } from '@/lib/corpora/fixes/model'
import { labelCountSchema } from '@/lib/corpora/model'
import { findInDatabase } from '@/lib/corpora/problems/find-in-database'
import { db, type Tx } from '@/lib/platform/db'
import type { JobContext } from '@/lib/platform/jobs'

const HOURS = 3_600_000

/**
 * Does what was settled with the import, all at once, before the corpus is ready. These are fixes like others: they stand in the
 * list and can be undone. An import that goes on after they were done leaves them alone.
 */
export async function applyPlan(client: PoolClient, corpusId: string, context: JobContext): Promise<void> {
  const corpus = await db.corpus.findUniqueOrThrow({ where: { id: corpusId } })
  const { fixes, known = null } = importPlanSchema.parse(corpus.plan)
  if (fixes.length === 0 || (await db.corpusFix.count({ where: { corpusId } })) > 0) return
  const step = { key: 'fixingInstances' }
  await context.progress({ done: Number(corpus.byteOffset), step })
  if (fixes.some((fix) => 'problem' in fix)) {
    const labels = labelCountSchema.array().parse(corpus.labels)
    await findInDatabase(client, { id: corpusId, labels, known })
  }
  const report = () => context.progress({ done: Number(corpus.byteOffset), step })
  await db.$transaction(
    async (tx) => {
      for (const fix of fixes) await fixNext(tx, { corpusId, fix, report })
    },
    { timeout: 4 * HOURS, maxWait: 60_000 },
  )
}

async function fixNext(
  tx: Tx,
  { corpusId, fix, report }: { corpusId: string; fix: Fix; report: () => Promise<void> },
): Promise<void> {
  const corpus = await tx.corpus.findUniqueOrThrow({ where: { id: corpusId } })
  const row = await addFix(tx, { id: corpus.createdById }, { corpusId, fix })
  await applyFix(tx, { corpus, row, fix, report })
}
