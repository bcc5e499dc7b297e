import { z } from 'zod'
import { emptyGroupsSchema, itemOrderSchema, keySchema, markSchema } from '@/lib/formats/schema'

/** A header and a row for each item. CSV has no lists, so the values of a field stand in one cell, with `between` between them. */
export const parametersSchema = z
  .object({
    groupColumn: keySchema.default('type'),
    itemColumn: keySchema.default('text'),
    groupAt: z.enum(['first', 'last']).default('first'),
    order: itemOrderSchema.default('by-group'),
    empty: emptyGroupsSchema.default('leave-out'),
    /** An empty cell, or a word. */
    nothing: z.union([z.literal(''), markSchema]).default(''),
    delimiter: z.enum([',', ';', '\t', '|']).default(','),
    between: z.enum(['|', ';', '、', '；']).default('|'),
    quoting: z.enum(['where-needed', 'always']).default('where-needed'),
  })
  .refine(({ groupColumn, itemColumn }) => groupColumn !== itemColumn, 'The two columns have to differ')
  .refine(({ delimiter, between }) => delimiter !== between, 'Cells and values need different separators')
export type Parameters = z.infer<typeof parametersSchema>
