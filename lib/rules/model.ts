import { z } from 'zod'
import type { AskedSchema, Lowered, PhraseLanguage, TaskForm } from '@/lib/tasks/model'

/** What a rule can do to an answer. A closed set: each has a folder under `lib/rules/` with the same files. */
export const transformNames = [
  'leading-determiner',
  'leading-title',
  'trailing-title',
  'leading-unit',
  'trailing-unit',
  'enclosing-marks',
  'longest-span',
  'outermost-span',
  'innermost-span',
  'drop-pronouns',
  'drop-generic',
  'drop-hedged',
  'first-mention',
  'distinct-items',
  'at-most-labels',
  'tie-break',
  'merge-labels',
  'order-items',
  'full-sentence',
  'shortest-answer',
  'first-arguments',
] as const
export const transformNameSchema = z.enum(transformNames)
export type TransformName = z.infer<typeof transformNameSchema>

/** Transforms of one family speak about the same thing and could contradict each other: one rule of a family per record. */
export const ruleFamilies = [
  'boundary',
  'granularity',
  'inclusion',
  'multiplicity',
  'tie-break',
  'naming',
  'order',
  'extent',
] as const
export const ruleFamilySchema = z.enum(ruleFamilies)
export type RuleFamily = z.infer<typeof ruleFamilySchema>

/** The labels of the corpus that a rule speaks about; empty: every label. */
export const ruleScopeSchema = z.object({ labels: z.array(z.string()).max(200) })
export type RuleScope = z.infer<typeof ruleScopeSchema>

/** A transform with its parameters, as a rule stores them; the transform's own schema reads the parameters. */
export const ruleTransformSchema = z.object({
  name: transformNameSchema,
  parameters: z.record(z.string(), z.unknown()),
})
export type RuleTransform = z.infer<typeof ruleTransformSchema>

/** Is this label one that the rule speaks about? */
export function isInScope({ labels }: RuleScope, label: string): boolean {
  return labels.length === 0 || labels.includes(label)
}

/** One record that a rule is applied to. The gold is that of the task form, canonical; `language` is the corpus's. */
export type Application<Gold = unknown> = {
  text: string
  gold: Gold
  form: TaskForm
  scope: RuleScope
  language: string
}

/** One lowered answer that a rule is applied to, with what was asked. */
export type LoweredApplication = {
  text: string
  form: TaskForm
  asked: AskedSchema
  scope: RuleScope
  language: string
}

/** What a rule says, in paraphrases, two at least for each language. */
export type Statement = Record<PhraseLanguage, string[]>

/**
 * A pure change of answers. It has `applyGold` or `applyLowered`, never both, and is idempotent: what obeys the rule already is
 * handed back as the very same object. Labels out of scope never change.
 */
export type TransformDefinition<Parameters = unknown> = {
  name: TransformName
  family: RuleFamily
  forms: readonly TaskForm[]
  parameters: z.ZodType<Parameters>
  /** The gold that obeys the rule, canonical. Offsets stay code points of the same text. */
  applyGold?(of: Application, parameters: Parameters): unknown
  /** For rules about the answer as a list (order, duplicates, at most n): the lowered answer that obeys. */
  applyLowered?(lowered: Lowered, of: LoweredApplication, parameters: Parameters): Lowered
  /** For rules that rename labels: what an instruction asks for under the rule, each label once. */
  renameAsked?(asked: AskedSchema, scope: RuleScope, parameters: Parameters): AskedSchema
  /** Does the record have what the rule talks about, whether or not it changes anything? */
  concerns(of: Application, parameters: Parameters): boolean
  statement(parameters: Parameters, scope: RuleScope): Statement
}

/**
 * How a rule that was approved for one form holds where the same gold is asked as another. `as-approved`: the gold changes as it was
 * approved, and the view shows it. `by-both`: only where the rule, read as either form reads it, gives the same answer.
 * `where-changed`: only where the answers that people wrote are other ones in the view, too.
 */
export type Holding = 'as-approved' | 'by-both' | 'where-changed'
