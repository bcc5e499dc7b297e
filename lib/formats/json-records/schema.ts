import { z } from 'zod'
import { indentSchema, itemOrderSchema, keySchema, markSchema } from '@/lib/formats/schema'

/** One object an item. The key of the label comes first, then the text or the fields. */
export const parametersSchema = z
  .object({
    groupKey: keySchema.default('type'),
    itemKey: keySchema.default('text'),
    order: itemOrderSchema.default('by-group'),
    indent: indentSchema.default(0),
    /** What a field without a value gets; null is JSON's own. */
    nothing: markSchema.nullable().default(null),
    /** A field with one value: the value itself, or a list of one. */
    single: z.enum(['plain', 'list']).default('plain'),
  })
  .refine(({ groupKey, itemKey }) => groupKey !== itemKey, 'The two keys have to differ')
export type Parameters = z.infer<typeof parametersSchema>
