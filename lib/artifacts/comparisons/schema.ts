import { z } from 'zod'
import { armNameSchema, armSchema, comparisonStateSchema } from '@/lib/artifacts/comparisons/model'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'

const shownArmSchema = armSchema.extend({ connection: z.string(), model: z.string() })

const armFiguresSchema = z.object({
  drafted: z.number(),
  /** Asked for without a draft coming of it. */
  missed: z.number(),
  decided: z.number(),
  approved: z.number(),
  edited: z.number(),
  rejected: z.number(),
  acceptance: z.number().nullable(),
  editDistance: z.number().nullable(),
  secondsPerDecision: z.number().nullable(),
  /** In millionths of the project's currency. */
  cost: z.number(),
})
export type ArmFigures = z.infer<typeof armFiguresSchema>

const resultSchema = z.object({
  a: armFiguresSchema,
  b: armFiguresSchema,
  /** Of labels both of whose drafts are decided: which fared better. */
  pairs: z.object({ a: z.number(), b: z.number(), ties: z.number() }),
  /** The exact sign test over these pairs, two-sided. */
  p: z.number(),
})
export type ComparisonResult = z.infer<typeof resultSchema>

export const comparisonSchema = z.object({
  id: idSchema,
  corpusId: idSchema,
  corpusName: z.string(),
  state: comparisonStateSchema,
  a: shownArmSchema,
  b: shownArmSchema,
  labels: z.array(z.string()),
  /** Drafts of both, and how many of them are decided. */
  drafts: z.number(),
  decided: z.number(),
  jobId: idSchema,
  /** Kept back until the comparison is closed. */
  result: resultSchema.nullable(),
  createdAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
})
export type ComparisonView = z.infer<typeof comparisonSchema>

export const comparedDraftSchema = z.object({
  label: z.string(),
  arm: armNameSchema,
  versionId: idSchema,
  state: z.string(),
  editDistance: z.number().nullable(),
})

export const startComparisonEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/comparisons',
  summary:
    'Have two models, or two versions of a prompt, draft guidelines of the same labels. Both drafts of a label enter the queue, in an order drawn by the seed, without saying whose they are',
  access: 'project:lead',
  params: projectParams,
  body: z.object({
    corpus: idSchema,
    labels: z.array(z.string().min(1).max(200)).min(1).max(1000).optional(),
    a: armSchema,
    b: armSchema,
    seed: z.number().int().min(0).max(1_000_000).default(0),
  }),
  response: z.object({ comparisonId: idSchema, jobId: idSchema }),
})

export const listComparisonsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/comparisons',
  summary: 'Comparisons of two drafters, the newest first',
  access: 'project:lead',
  params: projectParams,
  query: pageQuerySchema,
  response: pageOf(comparisonSchema),
})

const comparisonParams = projectParams.extend({ comparison: idSchema })

export const readComparisonEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/comparisons/{comparison}',
  summary: 'How far a comparison is; once it is closed, what it found and which draft was whose',
  access: 'project:lead',
  params: comparisonParams,
  response: comparisonSchema.extend({ items: z.array(comparedDraftSchema) }),
})

export const closeComparisonEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/comparisons/{comparison}/close',
  summary: 'End a comparison: what of it still waits is withdrawn, and its result is shown',
  access: 'project:lead',
  params: comparisonParams,
  response: comparisonSchema,
})
