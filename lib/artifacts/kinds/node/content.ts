import { z } from 'zod'

/** The levels of a taxonomy that people vote on, from the top. A field may hold disciplines directly. */
export const nodeLevels = ['field', 'sub-field', 'discipline', 'subject'] as const
export const nodeLevelSchema = z.enum(nodeLevels)
export type NodeLevel = z.infer<typeof nodeLevelSchema>

export const MOST_NAME = 120
export const MOST_NOTE = 2000

const named = z.string().trim().max(MOST_NAME)

/** In English, in Chinese, or in both. */
export const nodeNameSchema = z
  .object({ en: named, zh: named })
  .refine(({ en, zh }) => en !== '' || zh !== '', {
    message: 'A node needs a name in English or in Chinese.',
  })
export type NodeName = z.infer<typeof nodeNameSchema>

/** What people vote on: a node by its name. Where it hangs in the tree is no part of it. */
export const nodeContentSchema = z.object({
  level: nodeLevelSchema,
  name: nodeNameSchema,
  note: z.string().trim().max(MOST_NOTE).default(''),
})
export type NodeContent = z.infer<typeof nodeContentSchema>
