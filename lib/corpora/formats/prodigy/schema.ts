import { z } from 'zod'
import { recordShapeSchema } from '@/lib/corpora/formats/model'

/** Where the records are, and whether a text can have several classes. */
export const optionsSchema = recordShapeSchema.extend({ multi: z.boolean().default(false) })
export type Options = z.infer<typeof optionsSchema>

/** Where the spans stand. What other tools call them is understood where `spans` is missing. */
export const spanKeys = ['spans', 'entities', 'label', 'labels'] as const

/** Keys that only Prodigy writes. */
export const ownKeys = [
  '_input_hash',
  '_task_hash',
  '_view_id',
  '_session_id',
  '_annotator_id',
  'answer',
] as const

const offsets = { start: z.number().int().nonnegative(), end: z.number().int().positive() }
const tokenPlaces = { token_start: z.number().int().optional(), token_end: z.number().int().optional() }
const endSchema = z.object({ ...offsets, label: z.string().max(200).nullish() })

/** Relations between spans or single tokens. The numbers of tokens count only where no offsets are given. */
export const relationsSchema = z.object({
  relations: z.array(
    z.object({
      label: z.string().min(1).max(200),
      head: z.number().int().optional(),
      child: z.number().int().optional(),
      head_span: endSchema.nullish(),
      child_span: endSchema.nullish(),
    }),
  ),
  spans: z.array(endSchema.extend(tokenPlaces)).default([]),
  tokens: z.array(z.object({ ...offsets, id: z.number().int().optional() })).default([]),
})
export type Relations = z.infer<typeof relationsSchema>

const idSchema = z.union([z.string(), z.number()])

/** What is said of a whole text: options that were chosen, a value for each class, or one label that was accepted or not. */
export const classesSchema = z.object({
  accept: z.array(idSchema).optional(),
  options: z.array(z.object({ id: idSchema, text: z.string().optional() })).default([]),
  cats: z.record(z.string(), z.union([z.number(), z.boolean()])).optional(),
  label: z.string().optional(),
  labels: z.array(z.string()).optional(),
  answer: z.string().optional(),
})
export type Classes = z.infer<typeof classesSchema>
