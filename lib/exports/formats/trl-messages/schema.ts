import { z } from 'zod'

/** One record of TRL's conversational language modelling type. */
export const trlMessagesRecordSchema = z.strictObject({
  messages: z.tuple([
    z.strictObject({ role: z.literal('user'), content: z.string() }),
    z.strictObject({ role: z.literal('assistant'), content: z.string() }),
  ]),
})
export type TrlMessagesRecord = z.infer<typeof trlMessagesRecordSchema>
