import { z } from 'zod'
import { betweenSchema, emptyGroupsSchema, itemOrderSchema, markSchema } from '@/lib/formats/schema'

/** `(mention; label)`, or with fields `(head; label; tail)`: the label stands first, second or last. */
export const parametersSchema = z
  .object({
    brackets: z.enum(['()', '[]', '<>', '（）', '【】']).default('()'),
    delimiter: z.enum([';', ',', '|', '；', '，']).default(';'),
    labelAt: z.enum(['first', 'second', 'last']).default('last'),
    /** Each on a line of its own, or one after the other with commas. */
    layout: z.enum(['lines', 'inline']).default('lines'),
    /** Parts as they are, with backslashes where needed, or as strings in the writing of JSON. */
    quoting: z.enum(['never', 'always']).default('never'),
    order: itemOrderSchema.default('by-group'),
    empty: emptyGroupsSchema.default('leave-out'),
    nothing: markSchema.default('none'),
    between: betweenSchema.default('|'),
  })
  .refine(({ delimiter, between }) => delimiter !== between, 'Parts and values need different separators')
export type Parameters = z.infer<typeof parametersSchema>
