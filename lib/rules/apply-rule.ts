import { findTransform } from '@/lib/rules/find-transform'
import type { Application, RuleScope, RuleTransform, TransformDefinition } from '@/lib/rules/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { AskedSchema, Lowered, TaskForm } from '@/lib/tasks/model'

/** A rule with a transform: what of a rule's content changes answers. */
export type AppliedRule = { scope: RuleScope; transform: RuleTransform }

/** One instance with what is asked about it, and the answer to that without the rule, where the caller has it already. */
export type RuledInstance = Omit<Application, 'scope'> & {
  asked: AskedSchema
  lowered?: Lowered
  /** As which form the gold is asked, where that is another than the one that the rule is about. */
  view?: TaskForm
}

/** What a rule makes of an answer: what is asked under it, the gold and the answer that obey. `changed`: are they other than before? */
export type Ruled = { asked: AskedSchema; gold: unknown; lowered: Lowered; changed: boolean }

/**
 * Applies a rule to one instance. The lowered answer is about `asked` as the rule words it. `changed` is whether the answer about what
 * was asked is another than without the rule: a rule that only touches labels that were not asked for changes nothing here.
 */
export function applyRule(rule: AppliedRule, of: RuledInstance): Ruled {
  const { definition, parameters } = readTransform(rule.transform)
  const view = of.view ?? of.form
  const form = findTaskForm(view)
  const { scope } = rule
  const { text, language } = of
  const asked = definition.renameAsked?.(of.asked, scope, parameters) ?? of.asked
  const gold =
    definition.applyGold?.({ text, gold: of.gold, form: of.form, scope, language }, parameters) ?? of.gold
  const isSame = asked === of.asked && gold === of.gold
  const before = () => of.lowered ?? form.lower(text, of.gold, of.asked)
  const plain = isSame ? before() : form.lower(text, gold, asked)
  const lowered =
    definition.applyLowered?.(plain, { text, form: view, asked, scope, language }, parameters) ?? plain
  if (isSame && lowered === plain) return { asked, gold, lowered, changed: false }
  return { asked, gold, lowered, changed: JSON.stringify(before().answer) !== JSON.stringify(lowered.answer) }
}

/** Does the instance have what the rule talks about, whether or not the rule changes anything? */
export function isConcerned(
  rule: AppliedRule,
  { text, gold, form, language }: Omit<Application, 'scope'>,
): boolean {
  const { definition, parameters } = readTransform(rule.transform)
  return definition.concerns({ text, gold, form, language, scope: rule.scope }, parameters)
}

const read = new WeakMap<RuleTransform, { definition: TransformDefinition; parameters: unknown }>()

/** The transform of a rule with its parameters, parsed once for as long as the rule lives. */
export function readTransform(transform: RuleTransform): {
  definition: TransformDefinition
  parameters: unknown
} {
  const known = read.get(transform)
  if (known) return known
  const definition = findTransform(transform.name)
  const found = { definition, parameters: definition.parameters.parse(transform.parameters) }
  read.set(transform, found)
  return found
}
