import { z } from 'zod'

/** One record for chat fine-tuning: a user's turn and the answer to learn. Other keys are refused by the service. */
export const openaiChatRecordSchema = z.strictObject({
  messages: z.tuple([
    z.strictObject({ role: z.literal('user'), content: z.string() }),
    z.strictObject({ role: z.literal('assistant'), content: z.string() }),
  ]),
})
export type OpenaiChatRecord = z.infer<typeof openaiChatRecordSchema>
