import { z } from 'zod'

/** One row of a CSV file, as strings: what is a list elsewhere is JSON in its cell. */
export const csvRecordSchema = z.strictObject({
  id: z.string(),
  instruction: z.string(),
  input: z.string(),
  output: z.string(),
  /** JSON of a conversation that is longer than one request and its response; else empty. */
  turns: z.string(),
  task: z.string(),
  strategies: z.string(),
  carrier: z.string(),
  language: z.string(),
  corpus: z.string(),
  labels: z.string(),
})
export type CsvRecord = z.infer<typeof csvRecordSchema>
