import { z } from 'zod'

/** One row of a Parquet file. */
export const parquetRecordSchema = z.strictObject({
  id: z.string(),
  instruction: z.string(),
  input: z.string(),
  output: z.string(),
  /** JSON of a conversation that is longer than one request and its response; else empty. */
  turns: z.string(),
  task: z.string(),
  strategies: z.array(z.string()),
  carrier: z.string(),
  language: z.string(),
  corpus: z.string(),
  labels: z.array(z.string()),
})
export type ParquetRecord = z.infer<typeof parquetRecordSchema>
