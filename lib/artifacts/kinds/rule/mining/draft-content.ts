import { type RuleContent, ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import { canonicalJson, sha256 } from '@/lib/platform/hash'
import { type AppliedRule, readTransform } from '@/lib/rules/apply-rule'
import { nameMentions } from '@/lib/rules/name-mentions'
import type { TaskForm } from '@/lib/tasks/model'

/** A rule as people read and approve it, in its transform's own words, and the key of its artifact. */
export function draftContent(rule: AppliedRule, taskForm: TaskForm): { key: string; content: RuleContent } {
  const { definition, parameters } = readTransform(rule.transform)
  const said = nameMentions(definition.statement(parameters, rule.scope), taskForm)
  const isShort = (sentence: string) => sentence.length <= LONGEST
  // A long list of labels makes a long sentence: then what the rule says is said without it, and the scope stands beside.
  const { en, zh } = [...said.en, ...said.zh].every(isShort)
    ? said
    : nameMentions(definition.statement(parameters, { labels: [] }), taskForm)
  const [statement, paraphrases] = [
    { en: en[0]!, zh: zh[0]! },
    { en: en.slice(1, 5), zh: zh.slice(1, 5) },
  ]
  const content = ruleContentSchema.parse({ taskForm, ...rule, statement, paraphrases })
  return { key: keyOf(rule), content }
}

const LONGEST = 600

/** Readable, and the same for the same rule: what it does, for which labels, and a hash of both. */
export function keyOf({ scope, transform }: AppliedRule): string {
  const { mode, by, among, count, prefer } = transform.parameters
  const chosen = [mode, by, among, count, prefer].filter((one) => ['string', 'number'].includes(typeof one))
  const labels = scope.labels.length ? scope.labels.slice(0, 3) : ['all']
  const parts = [transform.name, ...chosen.map(String), ...labels].map(slugOf).filter(Boolean)
  return `${parts.join('-').slice(0, 80)}-${sha256(canonicalJson({ scope, transform })).slice(0, 8)}`
}

function slugOf(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
