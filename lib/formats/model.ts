import { z } from 'zod'
import type { Answer, AskedSchema, Lowered, PhraseLanguage } from '@/lib/tasks/model'

/** The syntaxes of an output. Each has a folder under `lib/formats/` with the same files. */
export const carriers = [
  'json-by-label',
  'json-records',
  'markdown-table',
  'markdown-list',
  'tuples',
  'tagged-text',
  'sentences',
  'xml',
  'yaml',
  'csv',
] as const
export const carrierNameSchema = z.enum(carriers)
export type CarrierName = z.infer<typeof carrierNameSchema>

/** In which order items stand that are not written group by group. */
export type ItemOrder = 'by-group' | 'by-appearance'

/** Is a group without items written with the mark for nothing, or not at all? */
export type EmptyGroups = 'leave-out' | 'mark'

/** Why a carrier cannot hold an answer without loss; the screens translate each. */
export const carriageFaults = [
  'group-twice',
  'field-twice',
  'groups-differ',
  'fields-differ',
  'column-twice',
  'element-twice',
  'key-is-field',
  'item-is-mark',
  'item-bare',
  'item-unplaced',
  'item-is-record',
  'items-unordered',
  'label-no-tag',
  'text-holds-tag',
  'value-unplaced',
  'value-in-pieces',
  'value-elsewhere',
  'value-divided',
  'mentions-cross',
  'xml-character',
  'half-character',
] as const
export type CarriageFault = (typeof carriageFaults)[number]

/** Can this carrier hold this answer without loss? If not, why: by code and values, and in English words. */
export type Carriage =
  | { carries: true }
  | { carries: false; code: CarriageFault; params: Record<string, string>; why: string }

/** What the one who answers has before their eyes: the schema that is asked for and the text. A parser may use both. */
export type Asked = { schema: AskedSchema; text: string }

/**
 * How an instruction asks for a carrier. Its sentences are paraphrases that state the syntax with the parameters in force; their
 * slots are filled with the task form's own nouns: `{group}`, `{groups}` and `{items}` (type, types, mentions).
 */
export type Wording = {
  /** Where items are strings. */
  ask: readonly string[]
  /** Where items are records; `{fields}` names them. None for a carrier that cannot hold records. */
  askRecords: readonly string[]
  /** How the carrier writes that a group has no items. */
  empty: string
  /** What to do for a group without items, said instead of the task form's own, where the carrier then writes nothing of it. */
  absent?: readonly string[]
}

/**
 * A syntax for answers. `Parameters` (key names, delimiters, order, the mark for nothing) have a default each, so that `{}` is
 * a complete choice.
 */
export type Carrier<Parameters = unknown> = {
  name: CarrierName
  /** It writes items by marking where they stand in the text: not for answers that are no pieces of one. */
  marksText?: boolean
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
    readonly reason: string,
    readonly position: number,
  ) {
    super(`${reason} at position ${position}`)
    this.name = 'AnswerSyntaxError'
  }
}

/** A value as a reason or an error shows it: short, and between quotation marks. */
export function shown(value: string): string {
  const points = [...value]
  return `“${points.length > 40 ? `${points.slice(0, 39).join('')}…` : value}”`
}
