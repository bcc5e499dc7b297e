import { z } from 'zod'
import type { Answer, PhraseLanguage } from '@/lib/tasks/model'

/** The syntaxes of an output. Each has a folder under `lib/formats/` with the same files. */
export const carriers = ['json-by-label'] as const
export const carrierNameSchema = z.enum(carriers)
export type CarrierName = z.infer<typeof carrierNameSchema>

/** Can this carrier hold this answer without loss? If not, why, in words for a person. */
export type Carriage = { carries: true } | { carries: false; why: string }

/**
 * How an instruction asks for a carrier. `ask` are paraphrases with the slots `{group}`, `{groups}` and `{items}`, which the
 * task form fills with its own nouns (type, types, mentions). `empty` is how the carrier writes that a group has no items.
 */
export type Wording = { ask: readonly string[]; empty: string }

export type Carrier = {
  name: CarrierName
  canCarry(answer: Answer): Carriage
  /** `parse(render(answer))` is the answer, for every answer it can carry. */
  render(answer: Answer): string
  /** Strict: throws AnswerSyntaxError for anything that `render` would not mean. */
  parse(text: string): Answer
  wording: Record<PhraseLanguage, Wording>
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
