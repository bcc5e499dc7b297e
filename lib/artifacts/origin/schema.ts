import { z } from 'zod'
import { authorKindSchema } from '@/lib/artifacts/model'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'

export const originCallSchema = z.object({
  id: idSchema,
  prompt: z.string(),
  promptVersion: z.number(),
  turn: z.string(),
  model: z.string(),
  servedModel: z.string().nullable(),
  connection: z.string(),
  promptTokens: z.number().nullable(),
  completionTokens: z.number().nullable(),
  /** In millionths of the project's currency. */
  cost: z.number(),
  latencyMs: z.number().nullable(),
  at: z.iso.datetime(),
})
export type OriginCall = z.infer<typeof originCallSchema>

/** A decision of before that a draft was shown as an example, or as something to avoid. */
export const usedDecisionSchema = z.object({
  id: idSchema,
  verdict: z.string(),
  reasonCode: z.string().nullable(),
  comment: z.string(),
  artifactId: idSchema,
  artifactKey: z.string(),
  undone: z.boolean(),
})
export type UsedDecision = z.infer<typeof usedDecisionSchema>

export const originSchema = z.object({
  /** Who wrote the version that this one grew from, and that version. Hidden while it is compared blind. */
  author: z.object({ kind: authorKindSchema, name: z.string() }).nullable(),
  draftedVersionId: idSchema,
  /** The origin is kept back until the comparison that the draft is part of is over. */
  blind: z.boolean(),
  currency: z.string(),
  calls: z.array(originCallSchema),
  decisionsUsed: z.array(usedDecisionSchema),
  /** What the drafter saw, in short; the evidence itself is at its own address. Null where none is kept. */
  evidence: z.object({ versionId: idSchema, mentions: z.number(), instances: z.number() }).nullable(),
  /** Share of this version's words that are the drafter's own, 0 to 1; null for what a person wrote from nothing. */
  modelShare: z.number().nullable(),
  /** How far an edit took the text from its draft, 0 (the same) to 1 (nothing left); null where nobody edited. */
  editDistance: z.number().nullable(),
})
export type OriginView = z.infer<typeof originSchema>

export const readOriginEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/versions/{version}/origin',
  summary:
    'Where a version comes from: drafter, prompt version, calls, evidence and decisions used, and how much of its text is the drafter’s',
  access: 'project:annotator',
  params: projectParams.extend({ version: idSchema }),
  response: originSchema,
})
