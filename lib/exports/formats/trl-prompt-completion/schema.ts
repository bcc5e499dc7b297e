import { z } from 'zod'

const messageSchema = z.strictObject({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  content: z.string(),
})

/** One record of TRL's conversational prompt and completion type: the loss is on the completion alone. */
export const trlPromptCompletionRecordSchema = z.strictObject({
  prompt: z.array(messageSchema).min(1),
  completion: z.tuple([z.strictObject({ role: z.literal('assistant'), content: z.string() })]),
})
export type TrlPromptCompletionRecord = z.infer<typeof trlPromptCompletionRecordSchema>
