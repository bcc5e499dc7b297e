import { isConcerned, readTransform } from '@/lib/rules/apply-rule'
import { isInScope, type RuleScope } from '@/lib/rules/model'
import { isSameAnswer } from '@/lib/synthesis/gates/same-answer'
import type { PreparedRule } from '@/lib/synthesis/prepared/model'
import { lowerQuestion } from '@/lib/synthesis/record/lower-question'
import type { Obeyed, Task } from '@/lib/synthesis/record/model'
import type { AskedSchema, Lowered, TaskForm } from '@/lib/tasks/model'

/** The answer about a schema that obeys these rules, one after the other: first all that they say about the gold, then about lists. */
export function applyRules(task: Task, schema: AskedSchema, rules: readonly PreparedRule[]): Obeyed {
  const plain = { schema, lowered: lowerQuestion(task, schema) }
  const ruled = rules.length ? ruleAnswer(task, schema, rules) : null
  return {
    rules: rules.map((rule) => ({
      rule,
      changed: isChanged(plain, rules.length > 1 ? ruleAnswer(task, schema, [rule]) : ruled!),
    })),
    gold: task.instance.gold,
    ...plain,
    ...ruled,
    plain,
  }
}

type Answered = { schema: AskedSchema; lowered: Lowered }
type Ruled = Answered & { gold: unknown }

function ruleAnswer(
  { form, prepared, instance, corpus }: Task,
  given: AskedSchema,
  rules: readonly PreparedRule[],
): Ruled {
  const of = { text: instance.text, language: corpus.language }
  let [schema, gold] = [given, instance.gold]
  for (const rule of rules) {
    const { transform, scope, applications } = rule
    if (!transform) gold = applications.get(instance.ordinal)?.gold ?? gold
    else {
      const { definition, parameters } = readTransform(transform)
      schema = definition.renameAsked?.(schema, scope, parameters) ?? schema
      gold = definition.applyGold?.({ ...of, form: formOf(rule, prepared), gold, scope }, parameters) ?? gold
    }
  }
  let lowered = form.lower(instance.text, gold, schema)
  for (const { transform, scope } of rules) {
    if (!transform) continue
    const { definition, parameters } = readTransform(transform)
    const list = { ...of, form: prepared.form, scope, asked: schema }
    lowered = definition.applyLowered?.(lowered, list, parameters) ?? lowered
  }
  return { schema, gold, lowered }
}

/** The form that the rule was approved for. */
export function formOf({ approvedAs }: PreparedRule, prepared: { form: TaskForm }): TaskForm {
  return approvedAs?.form ?? prepared.form
}

/** The rule as the form that is asked reads it. */
export function readAsAsked(rule: PreparedRule): PreparedRule {
  return { ...rule, approvedAs: null }
}

export function isChanged(before: Answered, after: Answered): boolean {
  return !isSameAnswer(before.lowered.answer, after.lowered.answer)
}

/** Does the rule speak of what is asked here, and is this instance none of its exceptions? */
export function isApplicable(
  rule: PreparedRule,
  { instance, prepared, corpus }: Task,
  schema: AskedSchema,
): boolean {
  if (rule.exceptions.has(instance.ordinal)) return false
  if (!rule.transform) return rule.applications.has(instance.ordinal)
  const { text, gold } = instance
  const asked = { transform: rule.transform, scope: scopeOf(rule.scope, schema) }
  const form = rule.approvedAs?.holding === 'by-both' ? prepared.form : formOf(rule, prepared)
  return isConcerned(asked, { text, gold, form, language: corpus.language })
}

/** As much of the scope as is asked for. Where no labels are asked for it is the whole. */
export function scopeOf(scope: RuleScope, schema: AskedSchema): RuleScope {
  if (!schema.length) return scope
  const labels = schema.map(({ label }) => label).filter((label) => isInScope(scope, label))
  return labels.length ? { labels } : scope
}
