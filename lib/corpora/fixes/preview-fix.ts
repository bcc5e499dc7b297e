import { chosenProblems } from '@/lib/corpora/fixes/chosen-problems'
import { type Fix, relabelOf } from '@/lib/corpora/fixes/model'
import { refuseUnknownLabels } from '@/lib/corpora/fixes/order-fix'
import type { FixPreview } from '@/lib/corpora/fixes/schema'
import { labelCountSchema } from '@/lib/corpora/model'
import { findCorpus } from '@/lib/corpora/queries'
import { showInstance } from '@/lib/corpora/show-instance'
import { db, sql } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { type TaskForm, taskFormSchema } from '@/lib/tasks/model'
import { relabelGold } from '@/lib/tasks/relabel-gold'

const EXAMPLES = 3
const LONGEST_EXAMPLE = 4_000

type CorpusRow = Awaited<ReturnType<typeof findCorpus>>
type Row = { ordinal: number; line: number; text: string; gold: unknown }

/** What a fix would do. Writes nothing. */
export async function previewFix(
  actor: ProjectActor,
  { corpus: id, fix }: { corpus: string; fix: Fix },
): Promise<FixPreview> {
  requireRole(actor, 'lead')
  const corpus = await findCorpus(actor, id)
  refuseUnknownLabels(corpus, fix)
  const form = taskFormSchema.parse(corpus.taskForm)
  const chosen = chooseRows(corpus.id, fix)
  const rows = chosen ? await readExamples(corpus.id, chosen) : []
  return {
    instances: chosen ? await countRows(corpus.id, chosen) : null,
    ...countItems(corpus, fix),
    guidelines: await countGuidelines(corpus.id, 'from' in fix && fix.part === 'label' ? fix.from : []),
    examples: rows.map((row) => ({ before: showInstance(form, row), after: after(form, row, fix) })),
  }
}

/** The condition for the instances that a fix touches; null where only reading all gold would tell. */
function chooseRows(corpusId: string, fix: Fix) {
  if (fix.kind === 'drop-instances' || fix.kind === 'keep')
    return sql`ordinal IN (${chosenProblems(corpusId, fix)})`
  return fix.part === 'label' ? sql`labels && ${fix.from}::text[]` : null
}

type Chosen = ReturnType<typeof sql>

async function countRows(corpusId: string, chosen: Chosen): Promise<number> {
  const [found] = await db.$queryRaw<{ count: number }[]>(sql`
    SELECT count(*)::int AS count FROM instance WHERE corpus_id = ${corpusId}::uuid AND ${chosen}`)
  return found!.count
}

function readExamples(corpusId: string, chosen: Chosen): Promise<Row[]> {
  return db.$queryRaw<Row[]>(sql`
    SELECT ordinal, line, text, gold FROM instance
    WHERE corpus_id = ${corpusId}::uuid AND length(text) <= ${LONGEST_EXAMPLE} AND ${chosen}
    ORDER BY ordinal LIMIT ${EXAMPLES}`)
}

function countItems({ labels }: CorpusRow, fix: Fix): Pick<FixPreview, 'items' | 'merges'> {
  if (!('from' in fix) || fix.part !== 'label') return { items: null, merges: false }
  const counts = labelCountSchema.array().parse(labels)
  const items = counts
    .filter(({ label }) => fix.from.includes(label))
    .reduce((sum, one) => sum + one.items, 0)
  const isThere = fix.kind === 'relabel' && counts.some(({ label }) => label === fix.to)
  return { items, merges: isThere || (fix.kind === 'relabel' && fix.from.length > 1) }
}

function after(form: TaskForm, row: Row, fix: Fix) {
  if (fix.kind === 'drop-instances') return null
  if (fix.kind === 'keep') return showInstance(form, row)
  const gold = relabelGold(form, row.gold, { part: fix.part, relabel: relabelOf(fix) })
  return showInstance(form, { ...row, gold })
}

/** Guidelines about these labels: their texts were approved under these names, and no fix touches them. */
async function countGuidelines(
  corpusId: string,
  labels: readonly string[],
): Promise<{ approved: number; waiting: number }> {
  const rows = await db.$queryRaw<{ state: 'approved' | 'waiting'; count: number }[]>(sql`
    SELECT d.state, count(DISTINCT a.id)::int AS count
    FROM artifact a JOIN version v ON v.artifact_id = a.id JOIN draft d ON d.version_id = v.id
    WHERE a.corpus_id = ${corpusId}::uuid AND a.kind = 'guideline' AND a.retired_at IS NULL
      AND a.key = ANY(${[...labels]}::text[]) AND d.state IN ('approved', 'waiting')
    GROUP BY d.state`)
  return { approved: 0, waiting: 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
}
