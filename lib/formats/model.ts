import { z } from 'zod'
import type { Answer, AskedSchema, Lowered, PhraseLanguage } from '@/lib/tasks/model'

/** The syntaxes of an output. Each has a folder under `lib/formats/` with the same files. */
export const carriers = ['json-by-label'] as const
export const carrierNameSchema = z.enum(carriers)
export type CarrierName = z.infer<typeof carrierNameSchema>

/** Can this carrier hold this answer without loss? If not, why, in words for a person. */
export type Carriage = { carries: true } | { carries: false; why: string }

/** What the one who answers has before their eyes: the schema that is asked for and the text. A parser may use both. */
export type Asked = { schema: AskedSchema; text: string }

/**
 * How an instruction asks for a carrier. `ask` are paraphrases with the slots `{group}`, `{groups}` and `{items}`, which the
 * task form fills with its own nouns (type, types, mentions). `empty` is how the carrier writes that a group has no items.
 */
export type Wording = { ask: readonly string[]; empty: string }

/**
 * A syntax for answers. `Parameters` (key names, delimiters, order, the mark for nothing) have a default each, so that `{}` is
 * a complete choice.
 */
export type Carrier<Parameters = unknown> = {
  name: CarrierName
  parameters: z.ZodType<Parameters>
  canCarry(lowered: Lowered, asked: Asked, parameters: Parameters): Carriage
  /** `parse(render(lowered))` is the answer, for every one it can carry. */
  render(lowered: Lowered, asked: Asked, parameters: Parameters): string
  /** Strict: throws AnswerSyntaxError for anything that `render` would not mean. */
  parse(output: string, asked: Asked, parameters: Parameters): Answer
  wording(parameters: Parameters): Record<PhraseLanguage, Wording>
}

/** An output that is not an answer in its carrier: what was expected, and where. */
export class AnswerSyntaxError extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(`${message} at position ${position}`)
    this.name = 'AnswerSyntaxError'
  }
}
