import { isDeepStrictEqual } from 'node:util'
import { applyRule } from '@/lib/rules/apply-rule'
import { isInScope } from '@/lib/rules/model'
import { fault } from '@/lib/synthesis/gates/fault'
import type { Gate } from '@/lib/synthesis/gates/model'
import { isSameGroup } from '@/lib/synthesis/gates/same-answer'
import { formOf, isApplicable } from '@/lib/synthesis/record/apply-rules'
import { canJoin, doesHold, isAnyOrder } from '@/lib/synthesis/record/choose-rules'
import type { Draft } from '@/lib/synthesis/record/model'
import type { AnswerGroup } from '@/lib/tasks/model'

/** Does each rule speak of this record, and does it change the answer, done again from the start, as the record says? */
export const checkApplicability: Gate = ({ task, obeyed, strategies }) => {
  const { rules, plain, gold } = obeyed
  if (!doesHold(obeyed, task)) return fault('rule-view')
  if (strategies.includes('rule') !== rules.length > 0) return fault('rule-undrawn')
  for (const { rule, changed } of rules) {
    const { ordinal, text } = task.instance
    if (rule.exceptions.has(ordinal)) return fault('rule-excepted')
    if (!isApplicable(rule, task, plain.schema)) return fault('rule-silent')
    if (!rule.transform) {
      const approved = rule.applications.get(ordinal)
      if (!isDeepStrictEqual(approved?.gold, gold)) return fault('rule-unapproved')
      continue
    }
    const applied = applyRule(
      { scope: rule.scope, transform: rule.transform },
      {
        ...{ text, gold: task.instance.gold, form: formOf(rule, task.prepared), view: task.prepared.form },
        ...{ language: task.corpus.language, asked: plain.schema },
      },
    )
    if (applied.changed !== changed) return fault(applied.changed ? 'rule-changes' : 'rule-leaves')
  }
  return null
}

/** Is everything out of the rules' scopes as it was without them? */
export const checkInterference: Gate = ({ obeyed, task }) => {
  const { rules, plain, lowered } = obeyed
  if (!rules.length) return null
  const intoNames = new Set(
    rules.flatMap(({ rule }) => {
      const into = rule.transform?.parameters.into
      return typeof into === 'string' ? [into] : []
    }),
  )
  const isOut = (label: string) =>
    !intoNames.has(label) && rules.every(({ rule }) => !isInScope(rule.scope, label))
  const named = new Set(plain.schema.map(({ label }) => label))
  const areLabels = task.form.groups(plain.schema).some(({ label }) => named.has(label))
  const [before, after] = [plain.lowered.answer, lowered.answer]
  if (!areLabels)
    return before.every((group, at) => isSameOutside(group, after[at], isOut))
      ? null
      : fault('outside-changed')
  const changed = before.find((group) => {
    const now = after.find(({ label }) => label === group.label)
    return isOut(group.label) && !(now && isSameGroup(group, now))
  })
  return changed ? fault('label-changed', { label: changed.label }) : null
}

/** Classes are items: those out of scope have to stay, in their order. */
function isSameOutside(
  before: AnswerGroup,
  after: AnswerGroup | undefined,
  isOut: (label: string) => boolean,
): boolean {
  const outside = ({ items }: AnswerGroup) => items.filter((item) => typeof item === 'string' && isOut(item))
  return after !== undefined && isDeepStrictEqual(outside(before), outside(after))
}

/** Can the rules be obeyed together: of different families, with one answer whichever comes first? */
export const checkConflicts: Gate = ({ obeyed, task }: Draft) => {
  const [first, second, ...more] = obeyed.rules
  if (!first || !second) return null
  if (more.length) return fault('rules-many')
  if (!canJoin(first.rule, second.rule)) return fault('rules-alike')
  return isAnyOrder(obeyed, task) ? null : fault('rules-order')
}
