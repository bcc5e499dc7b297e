import { z } from 'zod'

/** One record of the ShareGPT kind: a conversation. */
export const sharegptRecordSchema = z.strictObject({
  conversations: z
    .array(z.strictObject({ from: z.enum(['system', 'human', 'gpt', 'tool']), value: z.string() }))
    .min(2)
    .refine((turns) => turns.at(-1)?.from === 'gpt', 'nobody answers at the end'),
})
export type SharegptRecord = z.infer<typeof sharegptRecordSchema>
