import { z } from 'zod'

/** Nothing about such a file must be known before it is read. */
export const optionsSchema = z.object({})
export type Options = z.infer<typeof optionsSchema>

/** The instances stand in a list for each relation. */
export const shape = { layout: 'document', path: '*.*' } as const

/** Name, id in a knowledge base, and the mentions, each by the places of its tokens. */
const endSchema = z
  .tuple([z.string(), z.string().nullable(), z.array(z.array(z.int().nonnegative()).min(1)).min(1)])
  .transform(([, id, mentions]) => ({ id: id?.trim() ? id : null, mentions }))
export type End = z.infer<typeof endSchema>

export const recordSchema = z.object({ tokens: z.array(z.string()).min(1), h: endSchema, t: endSchema })

/** What has a place in the gold. */
export const used: ReadonlySet<string> = new Set(['tokens', 'h', 't', '__proto__'])
