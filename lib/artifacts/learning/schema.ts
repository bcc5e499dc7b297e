import { z } from 'zod'
import { authorKindSchema, libraryKindSchema } from '@/lib/artifacts/model'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'

/** How the drafts of one drafter fared: a prompt version with a model, or the miner, for one kind. */
export const learningRowSchema = z.object({
  kind: libraryKindSchema,
  authorKind: authorKindSchema,
  /** The model by its connection, or the miner with its revision. */
  author: z.string(),
  model: z.string().nullable(),
  prompt: z.string().nullable(),
  promptVersion: z.number().nullable(),
  drafted: z.number(),
  decided: z.number(),
  approved: z.number(),
  edited: z.number(),
  rejected: z.number(),
  /** Approved as they were or after an edit, of those decided. Null where nothing is decided. */
  acceptance: z.number().nullable(),
  /** The bounds of acceptance at 95 % (Wilson). */
  acceptanceLow: z.number().nullable(),
  acceptanceHigh: z.number().nullable(),
  /** The mean distance of what was accepted from its draft: 0 for as it was, 1 for written anew. */
  editDistance: z.number().nullable(),
  /** The median time of a decision. */
  secondsPerDecision: z.number().nullable(),
  /** In millionths of the project's currency, of all drafts of this row. */
  cost: z.number(),
  firstAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
})
export type LearningRow = z.infer<typeof learningRowSchema>

export const learningSchema = z.object({
  currency: z.string(),
  rows: z.array(learningRowSchema),
  /** Which decisions would go into the next prompts: how many edits as examples, how many rejections as things to avoid. */
  lessons: z.array(z.object({ kind: libraryKindSchema, examples: z.number(), avoid: z.number() })),
})
export type LearningView = z.infer<typeof learningSchema>

export const readLearningEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/learning',
  summary:
    'How drafts fare by prompt version, model and kind: acceptance, edit distance, time per decision. Decisions that were undone do not count',
  access: 'project:lead',
  params: projectParams,
  query: z.object({ corpus: idSchema.optional(), kind: libraryKindSchema.optional() }),
  response: learningSchema,
})
