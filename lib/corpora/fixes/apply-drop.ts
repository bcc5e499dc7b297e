import { chosenProblems } from '@/lib/corpora/fixes/chosen-problems'
import { countChange, type MovingCounts } from '@/lib/corpora/fixes/count-change'
import type { Fix, FixCounts } from '@/lib/corpora/fixes/model'
import { sql, type Tx } from '@/lib/platform/db'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'

type Given = {
  corpusId: string
  form: TaskForm
  fixId: string
  counts: MovingCounts
  report: (ordinal: number) => Promise<void>
}

const ROWS = 5_000

/** Takes instances with a problem out, all or all but the first of each group, and with them every doubt about them. */
export async function applyDrop(
  tx: Tx,
  fix: Extract<Fix, { kind: 'drop-instances' }>,
  given: Given,
): Promise<Partial<FixCounts>> {
  const { corpusId, fixId } = given
  const dropped = await tx.$executeRaw(sql`
    INSERT INTO dropped_instance (fix_id, corpus_id, ordinal, id, line, text, gold, labels, text_hash, meta)
    SELECT ${fixId}::uuid, corpus_id, ordinal, id, line, text, gold, labels, text_hash, meta FROM instance
    WHERE corpus_id = ${corpusId}::uuid AND ordinal IN (${chosenProblems(corpusId, fix)})`)
  const droppedItems = await countDropped(tx, given)
  await tx.$executeRaw(sql`
    DELETE FROM instance USING dropped_instance d
    WHERE d.fix_id = ${fixId}::uuid AND instance.corpus_id = d.corpus_id AND instance.ordinal = d.ordinal`)
  await tx.$executeRaw(sql`
    DELETE FROM instance_problem p USING dropped_instance d
    WHERE d.fix_id = ${fixId}::uuid AND p.corpus_id = d.corpus_id AND p.ordinal = d.ordinal`)
  return { dropped, droppedItems }
}

async function countDropped(tx: Tx, { corpusId, form, fixId, counts, report }: Given): Promise<number> {
  const { labelsIn } = findTaskForm(form)
  let items = 0
  let after = 0
  while (true) {
    const rows = await tx.$queryRaw<{ ordinal: number; gold: unknown }[]>(sql`
      SELECT ordinal, gold FROM dropped_instance
      WHERE corpus_id = ${corpusId}::uuid AND fix_id = ${fixId}::uuid AND ordinal > ${after} ORDER BY ordinal LIMIT ${ROWS}`)
    if (rows.length === 0) return items
    for (const { gold } of rows) {
      const before = labelsIn(gold)
      items += before.length
      countChange(counts, { before, after: null })
    }
    after = rows.at(-1)!.ordinal
    await report(after)
  }
}
