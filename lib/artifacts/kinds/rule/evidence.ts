import { z } from 'zod'

/** What the gold shows of a rule: how many instances and answers it talks about, and how many it changes. */
export const ruleEvidenceSchema = z.looseObject({})
export type RuleEvidence = z.infer<typeof ruleEvidenceSchema>
