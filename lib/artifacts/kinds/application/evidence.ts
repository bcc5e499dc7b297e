import { z } from 'zod'
import { applicationContentSchema } from '@/lib/artifacts/kinds/application/content'
import { ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'

/** What lay before the person who wrote the answer: the rule and the instance's own gold. */
export const applicationEvidenceSchema = z.object({
  rule: ruleContentSchema.pick({ taskForm: true, scope: true, statement: true }),
  instance: z.object({ ordinal: z.number(), text: z.string(), gold: z.unknown() }),
  /** Of a model: the different answers that it gave, the most frequent first, and how often it gave each. The first is the draft. */
  candidates: z
    .array(
      z.object({ gold: z.unknown(), changed: applicationContentSchema.shape.changed, votes: z.number() }),
    )
    .default([]),
  /** So often it said that the rule does not apply here. */
  against: z.number().default(0),
})
export type ApplicationEvidence = z.infer<typeof applicationEvidenceSchema>
