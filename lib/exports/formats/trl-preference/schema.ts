import { z } from 'zod'

const answerSchema = z.tuple([z.strictObject({ role: z.literal('assistant'), content: z.string() })])

/** One record of TRL's conversational preference type: two answers to one prompt, of which one is right. */
export const trlPreferenceRecordSchema = z
  .strictObject({
    prompt: z.tuple([z.strictObject({ role: z.literal('user'), content: z.string() })]),
    chosen: answerSchema,
    rejected: answerSchema,
  })
  .refine(({ chosen, rejected }) => chosen[0].content !== rejected[0].content, 'both answers are the same')
export type TrlPreferenceRecord = z.infer<typeof trlPreferenceRecordSchema>
