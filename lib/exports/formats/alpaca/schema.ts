import { z } from 'zod'

/** One record of the Alpaca kind; trainers join instruction and input themselves. */
export const alpacaRecordSchema = z.strictObject({
  instruction: z.string(),
  input: z.string(),
  output: z.string(),
})
export type AlpacaRecord = z.infer<typeof alpacaRecordSchema>
