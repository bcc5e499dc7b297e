import { z } from 'zod'

const messageSchema = z.strictObject({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  content: z.string(),
})

/** One record for axolotl's `chat_template` type. */
export const axolotlRecordSchema = z.strictObject({
  messages: z
    .array(messageSchema)
    .min(2)
    .refine((messages) => messages.at(-1)?.role === 'assistant', 'nobody answers at the end'),
})
export type AxolotlRecord = z.infer<typeof axolotlRecordSchema>
