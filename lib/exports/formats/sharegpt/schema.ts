import { z } from 'zod'

/** One record of the ShareGPT kind: a conversation of two turns. */
export const sharegptRecordSchema = z.strictObject({
  conversations: z.tuple([
    z.strictObject({ from: z.literal('human'), value: z.string() }),
    z.strictObject({ from: z.literal('gpt'), value: z.string() }),
  ]),
})
export type SharegptRecord = z.infer<typeof sharegptRecordSchema>
