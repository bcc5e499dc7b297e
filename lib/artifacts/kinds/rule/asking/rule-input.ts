import { aboutCorpus, type DescribedCorpus } from '@/lib/artifacts/drafting/describe-corpus'
import { findApproved } from '@/lib/artifacts/drafting/find-approved'
import { itemsOf, markItems, noteOf } from '@/lib/artifacts/drafting/mark-items'
import { readRows } from '@/lib/artifacts/drafting/read-rows'
import { writtenGuideline } from '@/lib/artifacts/kinds/guideline/asking/guideline-input'
import { ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import { draftContent } from '@/lib/artifacts/kinds/rule/mining/draft-content'
import type { MinedRule } from '@/lib/artifacts/kinds/rule/mining/mine-rules'
import type { Figure, Lessons, Sample } from '@/lib/calls/prompts/schema'
import { db } from '@/lib/platform/db'

const MOST_SAMPLES = 16
const MOST_KNOWN = 60
const WANTED = 6

/** What a model is asked for rules: the guidelines that stand, texts of the gold, and what the miner counted. */
export async function ruleInput(
  corpus: DescribedCorpus,
  of: { label: string | null; mined: readonly MinedRule[]; lessons: Lessons; since: Date },
) {
  const { label, mined, lessons, since } = of
  const about = mined.filter(
    ({ rule }) => label === null || rule.scope.labels.length === 0 || rule.scope.labels.includes(label),
  )
  const guidelines = await findApproved(corpus, { kind: 'guideline', keys: label === null ? null : [label] })
  const rows = await readRows(corpus, await sampleOrdinals(corpus, { label, mined: about }))
  return {
    ...aboutCorpus(corpus),
    labels: corpus.labels.slice(0, 200),
    guidelines: guidelines.slice(0, 40).map(({ content }) => writtenGuideline(content)),
    figures: about.slice(0, 100).map(touches),
    samples: rows.map(({ text, gold }): Sample => {
      const items = itemsOf(corpus.taskForm, { text, gold })
      const marks = markItems(corpus.taskForm, items, { isOneLabel: false })
      return { text, marks, note: noteOf(corpus.taskForm, items) }
    }),
    known: await knownStatements(corpus, since),
    wanted: WANTED,
    lessons,
  }
}

/** What a mined rule would change, as a figure. */
function touches({ rule, evidence }: MinedRule): Figure {
  const { content } = draftContent(rule, evidence.taskForm)
  const { touched, instances } = evidence.figures
  const [label = null] = rule.scope.labels
  return { kind: 'rule-touches', what: content.statement.en, count: touched, against: instances, label }
}

/** Texts that mined rules would change, then others of the corpus, evenly. */
async function sampleOrdinals(
  corpus: DescribedCorpus,
  { label, mined }: { label: string | null; mined: readonly MinedRule[] },
): Promise<number[]> {
  const touched = mined.flatMap(({ evidence }) => evidence.sample.slice(0, 2).map(({ ordinal }) => ordinal))
  const rows = await db.$queryRaw<{ ordinal: number }[]>`
    SELECT ordinal FROM instance WHERE corpus_id = ${corpus.id}::uuid
      AND ordinal % ${Math.max(1, Math.floor(corpus.instanceCount / 400))}::int = 0
      AND (${label}::text IS NULL OR ${label} = ANY(labels)) AND cardinality(labels) > 0
    ORDER BY ordinal LIMIT 400`
  const step = Math.max(1, Math.floor(rows.length / MOST_SAMPLES))
  const spread = rows.filter((_, at) => at % step === 0).map(({ ordinal }) => ordinal)
  return [...new Set([...touched.slice(0, MOST_SAMPLES / 2), ...spread])].slice(0, MOST_SAMPLES)
}

/** What rules of before say, whatever became of them: nobody wants to read one again. Those of this job would make it ask anew. */
async function knownStatements(corpus: DescribedCorpus, since: Date): Promise<string[]> {
  const versions = await db.version.findMany({
    where: {
      artifact: { corpusId: corpus.id, kind: 'rule' },
      createdAt: { lt: since },
      draft: { state: { in: ['waiting', 'disputed', 'approved', 'rejected'] } },
    },
    orderBy: { id: 'desc' },
    take: MOST_KNOWN,
    select: { content: true },
  })
  return versions.map(({ content }) => ruleContentSchema.parse(content).statement[corpus.written])
}
