import { z } from 'zod'

const objectInText = z.string().refine((text) => {
  try {
    return askedSchema.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}, 'not a JSON object of instruction, schema and input')

/** What an IEPile record asks: a JSON string inside the record. */
export const askedSchema = z.strictObject({
  instruction: z.string(),
  schema: z.array(z.string()),
  input: z.string(),
})

/** One record as IEPile's training files hold it (Gui et al., ACL 2024). */
export const iepileRecordSchema = z.strictObject({
  task: z.string(),
  source: z.string(),
  instruction: objectInText,
  output: z.string(),
})
export type IepileRecord = z.infer<typeof iepileRecordSchema>
