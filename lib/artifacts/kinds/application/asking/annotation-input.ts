import { aboutCorpus, type DescribedCorpus } from '@/lib/artifacts/drafting/describe-corpus'
import type { InstanceRow } from '@/lib/artifacts/drafting/read-rows'
import type { RuleContent } from '@/lib/artifacts/kinds/rule/content'
import type { Lessons, WrittenGuideline } from '@/lib/calls/prompts/schema'
import { db, sql } from '@/lib/platform/db'
import { quoteGold } from '@/lib/quotes/quote-gold'

/** A rule that is applied by a model: an approved version of it. */
export type AnnotatedRule = { versionId: string; key: string; content: RuleContent }

/** What a model is asked for one instance: the rule, its gold in quotes, and the guidelines that stand. */
export function annotationInput(
  corpus: DescribedCorpus,
  of: {
    rule: AnnotatedRule
    guidelines: readonly WrittenGuideline[]
    row: InstanceRow
    lessons: Lessons
  },
) {
  const { rule, guidelines, row, lessons } = of
  const { statement, scope } = rule.content
  const labels = scope.labels.length > 0 ? scope.labels : corpus.labels.map(({ label }) => label)
  const { question = null, options = [] } = row.gold as { question?: string; options?: string[] }
  return {
    ...aboutCorpus(corpus),
    rule: { statement: statement[corpus.written], labels: scope.labels },
    guidelines: guidelines.slice(0, 40),
    text: row.text,
    gold: row.gold,
    answer: quoteGold(corpus.taskForm, row),
    question,
    options: [...options],
    labels: labels.slice(0, 400),
    lessons,
  }
}

/** Instances that have what a rule speaks about, in an order drawn by the seed. */
export async function drawOrdinals(
  corpus: { id: string },
  of: { labels: readonly string[]; count: number; seed: number },
): Promise<number[]> {
  const { labels, count, seed } = of
  const inScope = labels.length > 0 ? sql`labels && ${[...labels]}::text[]` : sql`cardinality(labels) > 0`
  const rows = await db.$queryRaw<{ ordinal: number }[]>`
    SELECT ordinal FROM instance WHERE corpus_id = ${corpus.id}::uuid AND ${inScope}
    ORDER BY md5(${String(seed)} || '/' || ordinal::text), ordinal LIMIT ${count}`
  return rows.map(({ ordinal }) => ordinal)
}
