import { z } from 'zod'
import { isObject, recordShapeSchema } from '@/lib/corpora/formats/model'

/** Where the records are. `isOntology`: the file describes intents and slots and holds no texts. */
export const optionsSchema = recordShapeSchema.extend({ isOntology: z.boolean().default(false) })
export type Options = z.infer<typeof optionsSchema>

const slotSchema = z.object({
  text: z.string().optional(),
  span: z.tuple([z.number().int().nonnegative(), z.number().int().positive()]),
})

/** What a person wants, in any number of intents, and the details that are said, by the name of their slot. */
export const utteranceSchema = z.object({
  intents: z.array(z.string()).default([]),
  slots: z.record(z.string().min(1).max(200), z.union([slotSchema, z.array(slotSchema)])).default({}),
})

/** Does it describe labels by name, each with a `description`? */
export function isOntology(value: unknown): boolean {
  const groups = isObject(value) ? [value.intents, value.slots].filter(isObject) : []
  const described = groups.flatMap((group) => Object.values(group))
  return (
    described.length > 0 && described.every((one) => isObject(one) && typeof one.description === 'string')
  )
}
