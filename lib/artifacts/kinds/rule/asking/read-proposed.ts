import type { DescribedCorpus } from '@/lib/artifacts/drafting/describe-corpus'
import { checkContent } from '@/lib/artifacts/kinds/rule/check-content'
import { type RuleContent, ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import type { RuleEvidence } from '@/lib/artifacts/kinds/rule/evidence'
import { keyOf } from '@/lib/artifacts/kinds/rule/mining/draft-content'
import { measureRules } from '@/lib/artifacts/kinds/rule/mining/mine-rules'
import { LEAST } from '@/lib/artifacts/kinds/rule/mining/propose-rules'
import { contentHash } from '@/lib/platform/hash'
import type { RuleTransform } from '@/lib/rules/model'

/** A rule as a model proposes it. */
export type ProposedRule = {
  why: string
  statement: { en: string; zh: string }
  labels: string[]
  transform: RuleTransform | null
}

export type TriedRule = { key: string; content: RuleContent; evidence?: RuleEvidence; fault?: string }

/**
 * Proposed rules as drafts, each tried on the whole gold like a mined one. `fault`: why one is none: parameters that its transform
 * does not take, or hardly anything that it would change.
 */
export async function readProposed(
  corpus: DescribedCorpus,
  proposed: readonly ProposedRule[],
): Promise<TriedRule[]> {
  const drafts = await Promise.all(proposed.map((one) => draftOf(corpus, one)))
  const measured = drafts.filter(({ content, fault }) => content.transform && !fault)
  const rules = measured.map(({ content }) => ({ scope: content.scope, transform: content.transform! }))
  const evidence = rules.length > 0 ? await measureRules(corpus, rules) : []
  return drafts.map((draft) => {
    const found = evidence[measured.indexOf(draft)]
    if (!found) return draft
    const { touched } = found.figures
    const fault = touched < LEAST ? `It would change only ${touched} instances.` : undefined
    return { ...draft, evidence: found, ...(fault && { fault }) }
  })
}

async function draftOf(corpus: DescribedCorpus, proposed: ProposedRule): Promise<TriedRule> {
  const { statement, labels, transform, why } = proposed
  const scope = { labels: [...new Set(labels)].sort() }
  const content = ruleContentSchema.parse({
    ...{ taskForm: corpus.taskForm, scope, statement, transform, note: why.slice(0, 2000) },
  })
  const key = transform ? keyOf({ scope, transform }) : `annotated-${contentHash(statement).slice(0, 8)}`
  const [issue] = await checkContent(corpus.id, content)
  const unknown = labels.find((label) => !corpus.labels.some((one) => one.label === label))
  const fault = issue
    ? `${issue.path}: ${issue.message ?? issue.code}`
    : unknown === undefined
      ? undefined
      : `The corpus has no label “${unknown}”.`
  return { key, content, ...(fault && { fault }) }
}
