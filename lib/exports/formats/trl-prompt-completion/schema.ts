import { z } from 'zod'

/** One record of TRL's conversational prompt and completion type: the loss is on the completion alone. */
export const trlPromptCompletionRecordSchema = z.strictObject({
  prompt: z.tuple([z.strictObject({ role: z.literal('user'), content: z.string() })]),
  completion: z.tuple([z.strictObject({ role: z.literal('assistant'), content: z.string() })]),
})
export type TrlPromptCompletionRecord = z.infer<typeof trlPromptCompletionRecordSchema>
