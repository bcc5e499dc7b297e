import { z } from 'zod'
import { carrierNameSchema } from '@/lib/formats/model'
import { taskFormSchema } from '@/lib/tasks/model'

const sentence = z.string().trim().min(1).max(1200)

/**
 * What people approve: a carrier with its parameters, and the sentences that ask for it. Slots in the sentences are filled with
 * the task form's nouns: `{group}`, `{groups}`, `{items}`; `{fields}` where items are records.
 */
export const formatContentSchema = z.object({
  name: z.string().trim().min(1).max(120),
  carrier: carrierNameSchema,
  /** Read by the carrier's own schema. */
  parameters: z.record(z.string(), z.unknown()),
  /** Empty: every task form that the carrier can carry. */
  taskForms: z.array(taskFormSchema).max(11),
  ask: z.object({ en: z.array(sentence).min(1).max(8), zh: z.array(sentence).min(1).max(8) }),
  askRecords: z.object({ en: z.array(sentence).max(8), zh: z.array(sentence).max(8) }),
})
export type FormatContent = z.infer<typeof formatContentSchema>
