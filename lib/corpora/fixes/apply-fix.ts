import { applyDrop } from '@/lib/corpora/fixes/apply-drop'
import { applyKeep } from '@/lib/corpora/fixes/apply-keep'
import { applyRelabel } from '@/lib/corpora/fixes/apply-relabel'
import { applyUndo } from '@/lib/corpora/fixes/apply-undo'
import { corpusCounts, movingCounts } from '@/lib/corpora/fixes/count-change'
import {
  type CorpusCounts,
  corpusCountsSchema,
  type FixCounts,
  fixCountsSchema,
  type WrittenFix,
} from '@/lib/corpora/fixes/model'
import { inheritNames, labelNamesSchema } from '@/lib/corpora/label-names/model'
import type { db, Json, Tx } from '@/lib/platform/db'
import { taskFormSchema } from '@/lib/tasks/model'

type CorpusRow = NonNullable<Awaited<ReturnType<typeof db.corpus.findUnique>>>
export type FixRow = NonNullable<Awaited<ReturnType<typeof db.corpusFix.findUnique>>>
type Given = { corpus: CorpusRow; row: FixRow; fix: WrittenFix; report: (ordinal: number) => Promise<void> }

/** Does what an open fix says, in the caller's transaction: instances, the counts of the corpus, and the fix's own row. */
export async function applyFix(tx: Tx, { corpus, row, fix, report }: Given): Promise<FixCounts> {
  const before = corpusCountsSchema.parse(corpus)
  const { after, done } = await change(tx, { corpus, row, fix, before, report })
  const counts = fixCountsSchema.parse(done)
  const { instanceCount, itemCount, labels } = after
  const labelNames = namesAfter(corpus, fix)
  await tx.corpus.update({
    where: { id: corpus.id },
    data: { instanceCount, itemCount, labels, labelNames },
  })
  await tx.corpusFix.update({
    where: { id: row.id },
    data: { state: 'done', counts, before: before as unknown as Json, finishedAt: new Date() },
  })
  return counts
}

/** A label that gets another name in the corpus is read as before. */
function namesAfter(corpus: CorpusRow, fix: WrittenFix) {
  const names = labelNamesSchema.parse(corpus.labelNames)
  if (fix.kind !== 'relabel' || fix.part !== 'label') return names
  const labels = corpusCountsSchema.parse(corpus).labels.map(({ label }) => label)
  return inheritNames(names, { from: fix.from, to: fix.to, labels })
}

type Changing = Given & { before: CorpusCounts }

async function change(
  tx: Tx,
  { corpus, row, fix, before, report }: Changing,
): Promise<{ after: CorpusCounts; done: Partial<FixCounts> }> {
  if (fix.kind === 'undo') {
    const undone = await tx.corpusFix.findUniqueOrThrow({ where: { id: row.undoesId! } })
    const done = await applyUndo(tx, { corpusId: corpus.id, undoesId: undone.id })
    return { after: corpusCountsSchema.parse(undone.before), done }
  }
  const counts = movingCounts(before)
  const given = {
    corpusId: corpus.id,
    form: taskFormSchema.parse(corpus.taskForm),
    fixId: row.id,
    counts,
    report,
  }
  const done =
    fix.kind === 'drop-instances'
      ? await applyDrop(tx, fix, given)
      : fix.kind === 'keep'
        ? await applyKeep(tx, fix, given)
        : await applyRelabel(tx, fix, given)
  return { after: corpusCounts(counts), done }
}
