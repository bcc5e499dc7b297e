import { z } from 'zod'
import { emptyGroupsSchema, itemOrderSchema, keySchema } from '@/lib/formats/schema'

/** A mapping from labels to lists, or a list of records. */
export const parametersSchema = z
  .object({
    layout: z.enum(['by-label', 'records']).default('by-label'),
    groupKey: keySchema.default('type'),
    itemKey: keySchema.default('text'),
    /** Lists below a label stand this far in; both are YAML. */
    indent: z.literal([0, 2]).default(2),
    quoting: z.enum(['where-needed', 'single', 'double']).default('where-needed'),
    order: itemOrderSchema.default('by-group'),
    /** A label without items: an empty list, or not there. */
    empty: emptyGroupsSchema.default('mark'),
    nothing: z.enum(['null', '~']).default('null'),
  })
  .refine(({ groupKey, itemKey }) => groupKey !== itemKey, 'The two keys have to differ')
  .refine(
    ({ layout, order }) => layout === 'records' || order === 'by-group',
    'Only records can follow the order of the text',
  )
export type Parameters = z.infer<typeof parametersSchema>
