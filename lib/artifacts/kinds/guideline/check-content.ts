import type { Example, GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import { db, sql, type Tx } from '@/lib/platform/db'
import { codePointLength } from '@/lib/tasks/model'
import type { NerGold } from '@/lib/tasks/ner/gold'

export type ContentIssue = {
  field: 'positives' | 'negatives'
  index: number
  code: 'instance-unknown' | 'offsets-outside' | 'not-a-mention' | 'is-a-mention'
}

type Row = { ordinal: number; text: string; gold: NerGold }

/**
 * What is wrong with a guideline's examples. Each must lie in an instance of the corpus; a positive one must be a mention
 * of the label in the gold, a negative one must not.
 */
export async function checkContent(
  corpusId: string,
  content: GuidelineContent,
  within: Tx = db,
): Promise<ContentIssue[]> {
  const ordinals = [...content.positives, ...content.negatives].map(({ ordinal }) => ordinal)
  const rows = await within.$queryRaw<Row[]>(
    sql`SELECT ordinal, text, gold FROM "instance"
        WHERE corpus_id = ${corpusId}::uuid AND ordinal = ANY(${[...new Set(ordinals)]}::int[])`,
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
  { start, end }: Example,
  { row, label, field }: { row: Row | undefined; label: string; field: ContentIssue['field'] },
): ContentIssue['code'] | null {
  if (!row) return 'instance-unknown'
  if (start >= end || end > codePointLength(row.text)) return 'offsets-outside'
  const isMention = row.gold.spans.some(
    (span) => span.start === start && span.end === end && span.label === label,
  )
  if (field === 'positives') return isMention ? null : 'not-a-mention'
  return isMention ? 'is-a-mention' : null
}

/** The content without the examples that are at fault. */
export function withoutFaults(content: GuidelineContent, issues: readonly ContentIssue[]): GuidelineContent {
  const sound = (field: ContentIssue['field']) =>
    content[field].filter((_, i) => !issues.some((issue) => issue.field === field && issue.index === i))
  return { ...content, positives: sound('positives'), negatives: sound('negatives') }
}
