import { z } from 'zod'
import { recordShapeSchema } from '@/lib/corpora/formats/model'

/** Where the records are, and whether a text can have several classes. */
export const optionsSchema = recordShapeSchema.extend({ multi: z.boolean().default(false) })
export type Options = z.infer<typeof optionsSchema>

/** Where the entities stand: in training tuples, in documents that spaCy wrote, in lines made for it. */
export const spanKeys = ['entities', 'ents', 'spans'] as const

/** How much each class holds of the text: 1 or true, 0 or false, or between. */
export const catsSchema = z.record(z.string(), z.union([z.number(), z.boolean()]))

/** From half on a class holds. */
export function holds(value: number | boolean): boolean {
  return Number(value) >= 0.5
}

/** A record, or a training tuple `["text", {…}]` as the record that it means. */
export function recordOf(value: unknown): unknown {
  if (!Array.isArray(value) || value.length !== 2 || typeof value[0] !== 'string') return value
  const [text, annotations] = value
  return typeof annotations === 'object' && annotations !== null ? { text, ...annotations } : value
}
