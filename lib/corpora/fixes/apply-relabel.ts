import { countChange, type MovingCounts } from '@/lib/corpora/fixes/count-change'
import { type Fix, type FixCounts, relabelOf } from '@/lib/corpora/fixes/model'
import { sql, type Tx } from '@/lib/platform/db'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'
import { relabelGold } from '@/lib/tasks/relabel-gold'

type LabelFix = Extract<Fix, { kind: 'relabel' | 'drop-label' }>
type Given = {
  corpusId: string
  form: TaskForm
  fixId: string
  counts: MovingCounts
  report: (ordinal: number) => Promise<void>
}
type Row = { ordinal: number; gold: string }
type Changed = Row & { labels: string[]; renamed: number; gone: number }

const ROWS = 2_000
const BYTES = 16_000_000

/** Gives labels another name, or takes them away, instance by instance; what stood there before is kept beside the fix. */
export async function applyRelabel(tx: Tx, fix: LabelFix, given: Given): Promise<Partial<FixCounts>> {
  const done = { changed: 0, renamedItems: 0, droppedItems: 0 }
  const relabel = changeOf(fix, given)
  let after = 0
  while (true) {
    const rows = await readRows(tx, fix, { ...given, after })
    if (rows.length === 0) return done
    const changed = rows.flatMap((row) => relabel(row) ?? [])
    for (const { renamed, gone } of changed) {
      done.renamedItems += renamed
      done.droppedItems += gone
    }
    await writeRows(tx, changed, given)
    done.changed += changed.length
    after = rows.at(-1)!.ordinal
    await given.report(after)
  }
}

/** What becomes of a row; null when the fix does not touch it. */
function changeOf(fix: LabelFix, { form, counts }: Given) {
  const definition = findTaskForm(form)
  const relabel = relabelOf(fix)
  const isMeant = new Set(fix.from)
  return ({ ordinal, gold }: Row): Changed | null => {
    const old: unknown = JSON.parse(gold)
    const fresh = relabelGold(form, old, { part: fix.part, relabel })
    const written = JSON.stringify(fresh)
    if (written === JSON.stringify(definition.canonical(old))) return null
    const [before, after] = [definition.labelsIn(old), definition.labelsIn(fresh)]
    countChange(counts, { before, after })
    const renames = fix.kind === 'relabel' && fix.part === 'label'
    const renamed = renames ? before.filter((label) => isMeant.has(label)).length : 0
    const labels = [...new Set(after)].sort()
    return { ordinal, gold: written, labels, renamed, gone: before.length - after.length }
  }
}

/** Labels that the corpus counts stand beside each instance; for the other parts every gold is read. */
function readRows(tx: Tx, fix: LabelFix, { corpusId, after }: Given & { after: number }): Promise<Row[]> {
  const carries = fix.part === 'label' ? sql`AND labels && ${fix.from}::text[]` : sql``
  return tx.$queryRaw<Row[]>(sql`
    SELECT ordinal, gold FROM (
      SELECT ordinal, gold::text AS gold, sum(octet_length(gold::text)) OVER (ORDER BY ordinal) - octet_length(gold::text) AS before
      FROM (SELECT ordinal, gold FROM instance WHERE corpus_id = ${corpusId}::uuid AND ordinal > ${after} ${carries}
        ORDER BY corpus_id, ordinal LIMIT ${ROWS}) AS batch) AS measured
    WHERE before < ${BYTES} ORDER BY ordinal`)
}

async function writeRows(
  tx: Tx,
  rows: readonly Changed[],
  { corpusId, fixId }: { corpusId: string; fixId: string },
): Promise<void> {
  if (rows.length === 0) return
  const ordinals = rows.map(({ ordinal }) => ordinal)
  await tx.$executeRaw(sql`
    INSERT INTO corpus_fix_change (fix_id, ordinal, gold, labels)
    SELECT ${fixId}::uuid, ordinal, gold, labels FROM instance
    WHERE corpus_id = ${corpusId}::uuid AND ordinal = ANY(${ordinals}::int[])`)
  await tx.$executeRaw(sql`
    UPDATE instance SET gold = new.gold::json,
      labels = ARRAY(SELECT json_array_elements_text(new.labels::json))
    FROM unnest(${ordinals}::int[], ${rows.map(({ gold }) => gold)}::text[],
      ${rows.map(({ labels }) => JSON.stringify(labels))}::text[]) AS new (ordinal, gold, labels)
    WHERE instance.corpus_id = ${corpusId}::uuid AND instance.ordinal = new.ordinal`)
}
