import { z } from 'zod'
import { artifactKindSchema, bothLanguagesSchema } from '@/lib/artifacts/model'
import { versionSchema } from '@/lib/artifacts/schema'
import { defineEndpoint, errorBodySchema, idSchema, projectParams } from '@/lib/platform/schema'
import { reasonCodeSchema } from '@/lib/reviews/model'
import { queueCountsSchema } from '@/lib/reviews/schema'

/** As many drafts as one looks through before deciding them together. */
const LARGEST_LOT = 200

const contentSchema = z.record(z.string(), z.unknown())

/** A draft that could be decided in a lot. */
export const lotDraftSchema = z.object({
  version: versionSchema,
  corpusName: z.string().nullable(),
  title: bothLanguagesSchema,
})
export type LotDraft = z.infer<typeof lotDraftSchema>

export const previewCorrectionsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/decisions/{decision}/corrections',
  summary:
    "What an edit of the caller's corrected, and what waits that says the same: each with what it would become",
  access: 'project:annotator',
  params: projectParams.extend({ decision: idSchema }),
  response: z.object({
    corrections: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
    items: z.array(lotDraftSchema.extend({ corrected: contentSchema })),
    /** Drafts that were looked through; the queue may hold more. */
    looked: z.number(),
  }),
})

export const listSimilarEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/queue/similar',
  summary: 'What waits for the caller in groups that say nearly the same, the largest group first',
  access: 'project:annotator',
  params: projectParams,
  query: z.object({ kind: artifactKindSchema.default('guideline') }),
  response: z.object({
    groups: z.array(
      z.object({
        /** How alike the two least alike neighbours in it are, 0 to 1 (Jaccard over word trigrams, labels left out). */
        likeness: z.number(),
        items: z.array(lotDraftSchema),
      }),
    ),
    looked: z.number(),
  }),
})

const lotItemSchema = z.object({
  versionId: idSchema,
  /** The hash of what the preview showed. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
})

export const decideLotInput = z
  .discriminatedUnion('verdict', [
    z.object({ verdict: z.literal('approve'), items: z.array(lotItemSchema).min(1).max(LARGEST_LOT) }),
    z.object({
      verdict: z.literal('edit'),
      items: z
        .array(lotItemSchema.extend({ content: contentSchema }))
        .min(1)
        .max(LARGEST_LOT),
    }),
    z.object({
      verdict: z.literal('reject'),
      reasonCode: reasonCodeSchema,
      items: z.array(lotItemSchema).min(1).max(LARGEST_LOT),
    }),
  ])
  .and(
    z.object({
      comment: z.string().trim().max(4000).default(''),
      /** The time that the lot was looked at, spread over its drafts. */
      elapsedMs: z.number().int().min(0).max(86_400_000).default(0),
      /** Made by the client, once per lot: sending it again does nothing twice. */
      requestKey: z.string().regex(/^[\w-]{8,40}$/),
    }),
  )
export type DecideLotInput = z.output<typeof decideLotInput>

/** What came of each draft of a lot, in its order: a decision, or why there is none. */
const lotResultSchema = z.object({
  versionId: idSchema,
  decisionId: idSchema.nullable(),
  refusal: errorBodySchema.shape.error.nullable(),
})
export type LotResult = z.infer<typeof lotResultSchema>

const lotAnswerSchema = z.object({ results: z.array(lotResultSchema), counts: queueCountsSchema })
export type LotAnswer = z.infer<typeof lotAnswerSchema>

export const decideLotEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/decisions/lots',
  summary: 'Decide many drafts alike, each by itself: what cannot be decided is told and stops nothing else',
  access: 'project:annotator',
  sessionOnly: true,
  params: projectParams,
  body: decideLotInput,
  response: lotAnswerSchema,
})

export const undoLotEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/decisions/lots/undo',
  summary: "Take back a lot of the caller's: every decision of it that can be taken back still",
  access: 'project:annotator',
  sessionOnly: true,
  params: projectParams,
  body: z.object({ lot: z.string().regex(/^[\w-]{8,40}$/) }),
  response: lotAnswerSchema,
})
