import { z } from 'zod'
import { recordShapeSchema } from '@/lib/corpora/formats/model'

/** Where the records are. */
export const optionsSchema = recordShapeSchema
export type Options = z.infer<typeof optionsSchema>

const turnsSchema = z.array(z.unknown(), { error: 'it is no list of messages' })
const saidSchema = z.union([z.string(), turnsSchema], { error: 'it is neither text nor a list of messages' })

/** Messages as chat models take them; or what is asked and its answer, each a text or messages. */
export const recordSchema = z.union([
  z.object({ messages: turnsSchema }),
  z
    .object({ prompt: saidSchema, completion: saidSchema.optional(), response: saidSchema.optional() })
    .transform(({ prompt, completion, response }) => ({ prompt, completion: completion ?? response ?? '' })),
])

/** What stands beside the messages and opens them. */
export const openings = ['system', 'tools', 'functions'] as const

/** What has a place in the conversation. */
export const used: ReadonlySet<string> = new Set([
  'messages',
  'prompt',
  'completion',
  'response',
  ...openings,
  '__proto__',
])
