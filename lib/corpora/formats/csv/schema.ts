import { z } from 'zod'
import { columnRoles } from '@/lib/corpora/formats/model'

/** A column by its name in the header, or by its number from 1 on. */
const columnSchema = z.union([z.string().min(1), z.number().int().positive()])

export const optionsSchema = z.object({
  /** One character, usually a comma, a semicolon or a tab. */
  delimiter: z.string().length(1).default(','),
  /** Null: a quote is a character like others. */
  quote: z.string().length(1).nullable().default('"'),
  /** Does the first row name the columns? */
  header: z.boolean().default(true),
  /** What the columns are; those not named here are told from the header. */
  columns: z.partialRecord(z.enum(columnRoles), columnSchema).default({}),
  /** What stands between several labels of one text; without it a label is the whole cell. */
  multiLabelSeparator: z.string().min(1).optional(),
})
export type Options = z.infer<typeof optionsSchema>
