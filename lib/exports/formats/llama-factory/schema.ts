import { z } from 'zod'

/** One record as LLaMA-Factory reads its `alpaca` formatting. */
export const llamaFactoryRecordSchema = z.strictObject({
  instruction: z.string(),
  input: z.string(),
  output: z.string(),
})
export type LlamaFactoryRecord = z.infer<typeof llamaFactoryRecordSchema>
