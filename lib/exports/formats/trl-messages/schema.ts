import { z } from 'zod'

const messageSchema = z.strictObject({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  content: z.string(),
})

/** One record of TRL's conversational language modelling type. */
export const trlMessagesRecordSchema = z.strictObject({
  messages: z
    .array(messageSchema)
    .min(2)
    .refine((messages) => messages.at(-1)?.role === 'assistant', 'nobody answers at the end'),
})
export type TrlMessagesRecord = z.infer<typeof trlMessagesRecordSchema>
