import { z } from 'zod'
import { ruleScopeSchema, ruleTransformSchema } from '@/lib/rules/model'
import { taskFormSchema } from '@/lib/tasks/model'

const wording = z.string().trim().min(1).max(600)

/** What people approve: one preference rule of a corpus. Without a transform its answers are written and approved one by one. */
export const ruleContentSchema = z.object({
  taskForm: taskFormSchema,
  scope: ruleScopeSchema,
  statement: z.object({ en: wording, zh: wording }),
  paraphrases: z
    .object({ en: z.array(wording).max(4).default([]), zh: z.array(wording).max(4).default([]) })
    .default({ en: [], zh: [] }),
  transform: ruleTransformSchema.nullable(),
  /** Instances where the rule gives a wrong answer: it is not applied there. */
  exceptions: z
    .array(z.object({ ordinal: z.number().int().positive(), reason: z.string().trim().min(1).max(300) }))
    .max(500)
    .default([]),
  note: z.string().trim().max(2000).default(''),
})
export type RuleContent = z.infer<typeof ruleContentSchema>
