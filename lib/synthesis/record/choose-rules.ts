import { isInScope } from '@/lib/rules/model'
import { isSameAnswer } from '@/lib/synthesis/gates/same-answer'
import type { Draw } from '@/lib/synthesis/make-draw'
import type { PreparedRule } from '@/lib/synthesis/prepared/model'
import { applyRules, isApplicable, readAsAsked, scopeOf } from '@/lib/synthesis/record/apply-rules'
import { schemaOf } from '@/lib/synthesis/record/lower-question'
import type { Obeyed, Task } from '@/lib/synthesis/record/model'
import type { AskedSchema } from '@/lib/tasks/model'

/** How often a second rule is looked for that can be obeyed along with the first. */
const SECOND = 0.25

type Given = { labels: readonly string[]; isGuided: boolean }

/**
 * A rule for this question, with the answer that obeys it, sometimes along with a second one. Whether it shall change the answer is
 * drawn, so that a share of the records teach that a rule changes nothing where it is obeyed already. Null where the release
 * has none such.
 */
export function chooseRules(draw: Draw, task: Task, { labels, isGuided }: Given): Obeyed | null {
  const { rules } = task.prepared
  if (!rules.length) return null
  const schema = schemaOf(task, labels)
  const unchanged = draw.of('rule-unchanged').fraction() < task.recipe.unchangedRule
  const fits = (obeyed: Obeyed) =>
    obeyed.rules.every(({ changed }) => changed !== unchanged) && (!isGuided || isGuidable(obeyed, task))
  const candidates = draw
    .of('rule')
    .take(rules.filter(speaksOf(schema)), rules.length)
    .filter((rule) => isApplicable(rule, task, schema))
  for (const [at, rule] of candidates.entries()) {
    const alone = applyRules(task, schema, [rule])
    if (!fits(alone) || !doesHold(alone, task) || !isDecidable(alone, task)) continue
    const wantsSecond = draw.of('second-rule').fraction() < SECOND
    const others = wantsSecond ? candidates.slice(at + 1).filter((other) => canJoin(rule, other)) : []
    return addRule(others, { alone, task, schema, fits }) ?? alone
  }
  return null
}

const speaksOf = (schema: AskedSchema) => (rule: PreparedRule) =>
  schema.length === 0 || schema.some(({ label }) => isInScope(rule.scope, label))

/** Rules of one family speak about the same thing; one without a family cannot be told apart from any. */
export function canJoin(one: PreparedRule, other: PreparedRule): boolean {
  return one.family !== null && other.family !== null && one.family !== other.family
}

function addRule(
  others: readonly PreparedRule[],
  of: { alone: Obeyed; task: Task; schema: AskedSchema; fits: (obeyed: Obeyed) => boolean },
): Obeyed | null {
  const { alone, task, schema, fits } = of
  for (const other of others) {
    const both = applyRules(task, schema, [alone.rules[0]!.rule, other])
    if (!fits(both) || !doesHold(both, task) || !isDecidable(both, task)) continue
    if (isAnyOrder(both, task)) return both
  }
  return null
}

/** Do both rules give one answer, whichever is obeyed first? */
export function isAnyOrder({ rules, plain, lowered, schema }: Obeyed, task: Task): boolean {
  const reversed = applyRules(task, plain.schema, rules.map(({ rule }) => rule).toReversed())
  return (
    isSameAnswer(lowered.answer, reversed.lowered.answer) &&
    schema.length === reversed.schema.length &&
    schema.every(({ label }, at) => label === reversed.schema[at]!.label)
  )
}

/**
 * Does what the rules say about the labels asked for depend on these alone? Where a label that nobody asked for decides, a model
 * could not know. Rules that rename what is asked for say themselves what belongs to it.
 */
function isDecidable({ rules, lowered, schema, plain }: Obeyed, task: Task): boolean {
  if (schema !== plain.schema) return true
  const narrowed = rules.map(({ rule }) => ({
    ...(rule.approvedAs?.holding === 'by-both' ? readAsAsked(rule) : rule),
    scope: scopeOf(rule.scope, schema),
  }))
  return isSameAnswer(applyRules(task, schema, narrowed).lowered.answer, lowered.answer)
}

/** Does a rule that was approved for another form of this gold hold for this record as it is asked? */
export function doesHold({ rules, plain, lowered }: Obeyed, task: Task): boolean {
  return rules.every(({ rule, changed }) => {
    if (rule.approvedAs?.holding === 'where-changed') return changed
    if (rule.approvedAs?.holding !== 'by-both') return true
    const alone = rules.length === 1 ? lowered : applyRules(task, plain.schema, [rule]).lowered
    return isSameAnswer(applyRules(task, plain.schema, [readAsAsked(rule)]).lowered.answer, alone.answer)
  })
}

function isGuidable({ schema }: Obeyed, { prepared }: Task): boolean {
  return schema.every(({ label }) => prepared.guidelines.has(label))
}
