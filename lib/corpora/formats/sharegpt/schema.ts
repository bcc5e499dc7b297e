import { z } from 'zod'
import { recordShapeSchema } from '@/lib/corpora/formats/model'

/** Where the records are. */
export const optionsSchema = recordShapeSchema
export type Options = z.infer<typeof optionsSchema>

/** A conversation in the order in which it was had, the tools that the assistant could call beside it. */
export const recordSchema = z.object({
  conversations: z.array(z.unknown(), { error: 'it is no list of turns' }),
  system: z.string().nullish(),
  tools: z.unknown().optional(),
})

/** What has a place in the conversation. */
export const used: ReadonlySet<string> = new Set(['conversations', 'system', 'tools', '__proto__'])
