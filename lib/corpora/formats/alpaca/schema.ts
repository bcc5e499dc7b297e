import { z } from 'zod'
import { recordShapeSchema } from '@/lib/corpora/formats/model'

/** Where the records are. */
export const optionsSchema = recordShapeSchema
export type Options = z.infer<typeof optionsSchema>

const textSchema = z.string().nullish()

/** An instruction with its answer; `context` and `response` are what Dolly calls input and output. */
export const recordSchema = z
  .object({
    instruction: textSchema,
    input: textSchema,
    context: textSchema,
    output: textSchema,
    response: textSchema,
    system: textSchema,
    history: z.array(z.tuple([z.string(), z.string()])).nullish(),
  })
  .transform(({ instruction, input, context, output, response, system, history }) => ({
    instruction: instruction ?? '',
    input: input ?? context ?? '',
    output: output ?? response ?? '',
    system: system ?? '',
    history: history ?? [],
  }))
export type AlpacaRecord = z.infer<typeof recordSchema>

/** What has a place in the conversation. Without `output`, `response` is the answer. */
export const used: ReadonlySet<string> = new Set([
  'instruction',
  'input',
  'context',
  'output',
  'response',
  'system',
  'history',
  '__proto__',
])
