import type { RuleContent } from '@/lib/artifacts/kinds/rule/content'
import { type RuleEvidence, ruleEvidenceSchema } from '@/lib/artifacts/kinds/rule/evidence'
import { measureRules } from '@/lib/artifacts/kinds/rule/mining/mine-rules'
import { readInstances } from '@/lib/artifacts/kinds/rule/mining/read-instances'
import { seedOf } from '@/lib/artifacts/kinds/rule/mining/rule-trial'
import { sql, type Tx } from '@/lib/platform/db'
import type { AppliedRule } from '@/lib/rules/apply-rule'

/** A rule that a person changed is measured on so many instances at most, spread over the corpus: the person waits. */
const MEASURED = 2000

/**
 * What the gold shows of a rule as somebody has edited it: what was measured before where it does the same as then, else measured now.
 * Nothing for a rule without a transform.
 */
export async function measureContent(
  corpusId: string,
  { scope, transform, taskForm }: RuleContent,
  within: Tx,
): Promise<RuleEvidence | undefined> {
  if (!transform) return undefined
  const rule = { scope, transform }
  const known = await findEvidence(corpusId, rule, within)
  if (known) return known
  const corpus = await within.corpus.findUniqueOrThrow({ where: { id: corpusId } })
  const every = Math.ceil(corpus.instanceCount / MEASURED) || 1
  const pages = () => readInstances(corpusId, every)
  return (await measureRules({ ...corpus, taskForm }, [rule], { pages }))[0]
}

async function findEvidence(
  corpusId: string,
  rule: AppliedRule,
  within: Tx,
): Promise<RuleEvidence | undefined> {
  const [row] = await within.$queryRaw<{ content: unknown }[]>(sql`
    SELECT e.content FROM evidence e JOIN version v ON v.id = e.version_id JOIN artifact a ON a.id = v.artifact_id
    WHERE a.corpus_id = ${corpusId}::uuid AND a.kind = 'rule' AND e.content ->> 'seed' = ${seedOf(rule)}
    ORDER BY v.id DESC LIMIT 1`)
  return row && ruleEvidenceSchema.parse(row.content)
}
