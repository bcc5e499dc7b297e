import { z } from 'zod'
import {
  betweenSchema,
  emptyGroupsSchema,
  itemOrderSchema,
  keySchema,
  markSchema,
} from '@/lib/formats/schema'

/** One table with a row for each item: a column for the label, and one for the text or one for each field. */
export const parametersSchema = z
  .object({
    groupColumn: keySchema.default('Type'),
    itemColumn: keySchema.default('Text'),
    groupAt: z.enum(['first', 'last']).default('first'),
    order: itemOrderSchema.default('by-group'),
    empty: emptyGroupsSchema.default('leave-out'),
    nothing: markSchema.default('-'),
    between: betweenSchema.exclude(['|']).default(';'),
  })
  .refine(({ groupColumn, itemColumn }) => groupColumn !== itemColumn, 'The two columns have to differ')
export type Parameters = z.infer<typeof parametersSchema>
