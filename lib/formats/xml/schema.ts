import { z } from 'zod'
import { emptyGroupsSchema, indentSchema, itemOrderSchema, markSchema } from '@/lib/formats/schema'

const nameSchema = z
  .string()
  .max(40)
  .regex(/^[A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff-]*$/, 'A letter, then letters, digits, _ and - only')

/** An element for each item, named after its label, or typed by an attribute, or inside an element of its group. */
export const parametersSchema = z
  .object({
    layout: z.enum(['named-items', 'typed-items', 'groups']).default('named-items'),
    root: nameSchema.default('answer'),
    group: nameSchema.default('group'),
    item: nameSchema.default('item'),
    /** The attribute with the label. */
    label: nameSchema.default('type'),
    order: itemOrderSchema.default('by-group'),
    empty: emptyGroupsSchema.default('leave-out'),
    indent: indentSchema.default(0),
    /** What a field without a value holds; null leaves its element out. */
    nothing: markSchema.nullable().default(null),
  })
  .refine(
    ({ layout, empty }) => layout === 'groups' || empty === 'leave-out',
    'Only elements of groups can be empty',
  )
  .refine(
    ({ layout, order }) => layout !== 'groups' || order === 'by-group',
    'Elements of groups cannot follow the order of the text',
  )
export type Parameters = z.infer<typeof parametersSchema>

// What names consist of, as the standard lists it (XML 1.0, production 4), without the colon of namespaces.
const START =
  'A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f' +
  '\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}'
const INNER = `${START}0-9.\\u00b7\\u0300-\\u036f\\u203f-\\u2040-`
const NOT_IN_NAMES = new RegExp(`[^${INNER}]`, 'gu')
const BEGINS_WELL = new RegExp(`^(?!xml)[${START}]`, 'iu')

/** A name as an element: what XML does not allow in it becomes an underscore. */
export function elementName(name: string): string {
  const cleaned = name.replace(NOT_IN_NAMES, '_')
  return BEGINS_WELL.test(cleaned) ? cleaned : `_${cleaned}`
}
