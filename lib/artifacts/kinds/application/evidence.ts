import { z } from 'zod'
import { ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'

/** What lay before the person who wrote the answer: the rule and the instance's own gold. */
export const applicationEvidenceSchema = z.object({
  rule: ruleContentSchema.pick({ taskForm: true, scope: true, statement: true }),
  instance: z.object({ ordinal: z.number(), text: z.string(), gold: z.unknown() }),
})
export type ApplicationEvidence = z.infer<typeof applicationEvidenceSchema>
