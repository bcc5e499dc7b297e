import type { Fault } from '@/lib/synthesis/gates/model'

type Params = Fault['params']

/** `said` and `ruled-said` pass on what a task form or a carrier says itself. */
const words = {
  said: ({ words }) => `${words}`,
  'ruled-said': ({ words }) => `After the rule: ${words}`,
  misplaced: ({ found, said }) => `The text has “${found}” where the answer says “${said}”.`,
  'no-response': () => 'Nobody responds.',
  groups: ({ count, asked }) => `${count} groups for ${asked} asked for.`,
  'group-name': ({ label, asked }) => `“${label}” where “${asked}” was asked for.`,
  'item-fields': ({ label }) => `An item of “${label}” has other fields.`,
  'class-unnamed': () => 'An answer is no label that was named.',
  'reads-otherwise': () => 'The output parses to another answer.',
  'rule-view': () => 'The rule was approved for another task form, and does not hold for this one here.',
  'rule-undrawn': () => 'A rule that was not drawn, or none that was.',
  'rule-excepted': () => 'People found the rule wrong for this instance.',
  'rule-silent': () => 'The rule does not speak of what is asked here.',
  'rule-unapproved': () => 'Not the answer that people approved under the rule.',
  'rule-changes': () => 'The rule changes the answer.',
  'rule-leaves': () => 'The rule leaves the answer.',
  'label-changed': ({ label }) => `“${label}” is not in the scope of a rule and was changed.`,
  'outside-changed': () => 'An answer that is not in the scope of a rule was changed.',
  'rules-many': () => 'More than two rules.',
  'rules-alike': () => 'Two rules that speak about the same thing.',
  'rules-order': () => 'The answer depends on which rule is obeyed first.',
  'guideline-undrawn': () => 'Guidelines that were not drawn.',
  'guideline-missing': ({ label }) => `No guideline for “${label}”.`,
  'guideline-cut': ({ label }) => `The guideline of “${label}” is not whole in the instruction.`,
  'guideline-text': ({ label }) => `The guideline of “${label}” holds the text.`,
  'guideline-answer': ({ label, words }) => `“${words}” is an answer, and typical of “${label}”.`,
  'rule-text': () => 'A rule holds the text.',
  length: ({ length, allowed }) => `${length} characters, ${allowed} allowed.`,
  'empty-capped': ({ share }) => `Its answer is empty, and these are no more than ${share} % of the records.`,
  'no-labels': () => 'There is no label to ask for.',
  'cannot-carry': () => 'No carrier of the recipe can hold the answer.',
  licence: ({ licence }) => `${licence} asks for what the recipe does not allow.`,
  'held-out': ({ words }) => `A corpus that is held out has “${words}”.`,
  same: () => 'The very same record is in the run already.',
  'nearly-same': () => 'Its text is nearly the same as one that is in the run already.',
} as const satisfies Record<string, (params: Params) => string>

type FaultName = keyof typeof words

export function fault(name: FaultName, params: Params = {}): Fault {
  return { name, params, why: words[name](params) }
}
