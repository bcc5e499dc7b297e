import type { Example, GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import { findMiner } from '@/lib/artifacts/kinds/guideline/mining/find-miner'
import { db, sql, type Tx } from '@/lib/platform/db'
import { codePointLength, type Offsets, type TaskForm } from '@/lib/tasks/model'

export type ContentIssue = {
  field: 'positives' | 'negatives'
  index: number
  code: 'instance-unknown' | 'offsets-outside' | 'not-a-mention' | 'is-a-mention'
}

type Row = { ordinal: number; text: string; gold: unknown; form: TaskForm }

/**
 * What is wrong with a guideline's examples. Each must lie in an instance of the corpus; a positive one must be labelled so in
 * the gold (a mention, a relation, a trigger, the whole text of a class), a negative one must not.
 */
export async function checkContent(
  corpusId: string,
  content: GuidelineContent,
  within: Tx = db,
): Promise<ContentIssue[]> {
  const ordinals = [...content.positives, ...content.negatives].map(({ ordinal }) => ordinal)
  const rows = await within.$queryRaw<Row[]>(
    sql`SELECT i.ordinal, i.text, i.gold, c.task_form AS form FROM "instance" i JOIN "corpus" c ON c.id = i.corpus_id
        WHERE i.corpus_id = ${corpusId}::uuid AND i.ordinal = ANY(${[...new Set(ordinals)]}::int[])`,
  )
  const byOrdinal = new Map(rows.map((row) => [row.ordinal, row]))
  return (['positives', 'negatives'] as const).flatMap((field) =>
    content[field].flatMap((example, index) => {
      const code = faultOf(example, { row: byOrdinal.get(example.ordinal), label: content.label, field })
      return code ? [{ field, index, code }] : []
    }),
  )
}

function faultOf(
  { start, end, tail }: Example,
  { row, label, field }: { row: Row | undefined; label: string; field: ContentIssue['field'] },
): ContentIssue['code'] | null {
  if (!row) return 'instance-unknown'
  const length = codePointLength(row.text)
  const isOutside = (of: { start: number; end: number }) => of.start >= of.end || of.end > length
  if (isOutside({ start, end }) || (tail && isOutside(tail))) return 'offsets-outside'
  const miner = findMiner(row.form)
  if (!miner) return null
  const isSame = (a: Offsets | undefined, b: Offsets | undefined) =>
    a?.start === b?.start && a?.end === b?.end
  const isItem = miner
    .itemsIn(row)
    .some((item) => item.label === label && isSame(item.span, { start, end }) && isSame(item.tail, tail))
  if (field === 'positives') return isItem ? null : 'not-a-mention'
  return isItem ? 'is-a-mention' : null
}

/** The content without the examples that are at fault. */
export function withoutFaults(content: GuidelineContent, issues: readonly ContentIssue[]): GuidelineContent {
  const sound = (field: ContentIssue['field']) =>
    content[field].filter((_, i) => !issues.some((issue) => issue.field === field && issue.index === i))
  return { ...content, positives: sound('positives'), negatives: sound('negatives') }
}
