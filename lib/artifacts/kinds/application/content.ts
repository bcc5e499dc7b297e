import { z } from 'zod'

/** What people approve: the answer of one instance as a rule without a transform wants it. A person writes it. */
export const applicationContentSchema = z.object({
  ruleVersionId: z.uuid(),
  ordinal: z.number().int().positive(),
  /** Read by the rule's task form. */
  gold: z.unknown(),
  changed: z
    .array(
      z.object({
        before: z.string().max(2000),
        after: z.string().max(2000),
        reason: z.string().trim().max(300).default(''),
      }),
    )
    .max(100)
    .default([]),
})
export type ApplicationContent = z.infer<typeof applicationContentSchema>
