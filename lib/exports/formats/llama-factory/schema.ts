import { z } from 'zod'

/** One record as LLaMA-Factory reads its `alpaca` formatting. */
export const llamaFactoryRecordSchema = z.strictObject({
  instruction: z.string(),
  input: z.string(),
  output: z.string(),
  /** Of a longer conversation: what was said before. */
  system: z.string(),
  history: z.array(z.tuple([z.string(), z.string()])),
})
export type LlamaFactoryRecord = z.infer<typeof llamaFactoryRecordSchema>
