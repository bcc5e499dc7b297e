import { z } from 'zod'
import { recordShapeSchema } from '@/lib/corpora/formats/model'

/** Where the records are, and whether a text can have several classes. */
export const optionsSchema = recordShapeSchema.extend({ multi: z.boolean().default(false) })
export type Options = z.infer<typeof optionsSchema>

/** Where the spans stand, by kind of project and version. */
export const spanKeys = ['entities', 'label', 'labels', 'spans'] as const

/** Where the classes of a text, or the answers to it, stand. */
export const classKeys = ['cats', 'label', 'labels'] as const

const idSchema = z.union([z.number(), z.string()])

/** A relation project: entities have ids, by which relations name them. */
export const relationsSchema = z.object({
  entities: z.array(z.object({ id: idSchema })),
  relations: z.array(z.object({ from_id: idSchema, to_id: idSchema, type: z.string().min(1).max(200) })),
})
