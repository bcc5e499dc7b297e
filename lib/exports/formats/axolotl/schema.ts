import { z } from 'zod'

/** One record for axolotl's `chat_template` type. */
export const axolotlRecordSchema = z.strictObject({
  messages: z.tuple([
    z.strictObject({ role: z.literal('user'), content: z.string() }),
    z.strictObject({ role: z.literal('assistant'), content: z.string() }),
  ]),
})
export type AxolotlRecord = z.infer<typeof axolotlRecordSchema>
