import { z } from 'zod'

/** One record of the Alpaca kind; trainers join instruction and input themselves. */
export const alpacaRecordSchema = z.strictObject({
  instruction: z.string(),
  input: z.string(),
  output: z.string(),
  /** Of a longer conversation: what was said before. */
  system: z.string().optional(),
  history: z.array(z.tuple([z.string(), z.string()])).optional(),
})
export type AlpacaRecord = z.infer<typeof alpacaRecordSchema>
