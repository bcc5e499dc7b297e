import { z } from 'zod'
import { indentSchema, markSchema } from '@/lib/formats/schema'

/** Keys are the labels. What can be chosen is the writing of fields, and whether the object is indented. */
export const parametersSchema = z.object({
  indent: indentSchema.default(0),
  /** What a field without a value gets; null is JSON's own. */
  nothing: markSchema.nullable().default(null),
  /** A field with one value: the value itself, or a list of one. */
  single: z.enum(['plain', 'list']).default('plain'),
})
export type Parameters = z.infer<typeof parametersSchema>
