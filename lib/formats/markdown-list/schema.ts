import { z } from 'zod'
import { betweenSchema, emptyGroupsSchema, itemOrderSchema, markSchema } from '@/lib/formats/schema'

/** Items under their label, or each with its label on one line. Fields are written `name: value; name: value`. */
export const parametersSchema = z
  .object({
    layout: z.enum(['nested', 'headings', 'flat']).default('nested'),
    bullet: z.enum(['-', '*', '+', '1.']).default('-'),
    /** Between a name and what it names. */
    sign: z.enum([':', '=', '：']).default(':'),
    order: itemOrderSchema.default('by-group'),
    empty: emptyGroupsSchema.default('mark'),
    nothing: markSchema.default('none'),
    between: betweenSchema.exclude([';', '；']).default('|'),
  })
  .refine(
    ({ layout, order }) => layout === 'flat' || order === 'by-group',
    'Only a flat list can follow the order of the text',
  )
export type Parameters = z.infer<typeof parametersSchema>

/** The signs as they are written, and what separates fields. */
export const SIGNS = { ':': ': ', '=': ' = ', '：': '：' } as const
export const fieldSeparator = ({ sign }: Parameters) => (sign === '：' ? '；' : ';')
