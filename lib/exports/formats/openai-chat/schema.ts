import { z } from 'zod'

const messageSchema = z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })

/** One record for chat fine-tuning: a user's turn and the answer to learn. Other keys are refused by the service. */
export const openaiChatRecordSchema = z.strictObject({
  messages: z
    .array(messageSchema)
    .min(2)
    .refine((messages) => messages.at(-1)?.role === 'assistant', 'nobody answers at the end'),
})
export type OpenaiChatRecord = z.infer<typeof openaiChatRecordSchema>
