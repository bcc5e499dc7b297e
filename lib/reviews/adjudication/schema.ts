import { z } from 'zod'
import { artifactKindSchema, bothLanguagesSchema } from '@/lib/artifacts/model'
import { versionSchema } from '@/lib/artifacts/schema'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'
import { causeSchema } from '@/lib/reviews/adjudication/model'
import { reasonCodeSchema, verdictSchema } from '@/lib/reviews/model'
import { decisionSchema, deskItemSchema } from '@/lib/reviews/schema'

/** A guideline that a dispute may show a gap in. */
export const concernedGuidelineSchema = z.object({
  artifactId: idSchema,
  key: z.string(),
  corpusId: idSchema,
  /** Its approved version, else the one that waits; where the next would begin. */
  version: versionSchema,
  /** A version of it waits already: the case is attached to that one. */
  waits: z.boolean(),
})
export type ConcernedGuideline = z.infer<typeof concernedGuidelineSchema>

export const adjudicationSchema = z.object({
  id: idSchema,
  versionId: idSchema,
  decisionId: idSchema,
  cause: causeSchema,
  note: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  verdict: verdictSchema,
  /** May the caller still take it back? Told by the deed itself when it is tried. */
  mine: z.boolean(),
  /** The version of the guideline that the gap led to. */
  guideline: z
    .object({
      versionId: idSchema,
      artifactId: idSchema,
      number: z.number(),
      key: z.string(),
      state: z.string(),
      opened: z.boolean(),
    })
    .nullable(),
})
export type AdjudicationView = z.infer<typeof adjudicationSchema>

const disputeItemSchema = z.object({
  versionId: idSchema,
  artifactId: idSchema,
  kind: artifactKindSchema,
  key: z.string(),
  title: bothLanguagesSchema,
  number: z.number(),
  corpusName: z.string().nullable(),
  /** Sizes of the sides, the biggest first. */
  sides: z.array(z.number()),
  /** The share of pairs of reviewers who decided alike. */
  agreement: z.number(),
  since: z.iso.datetime(),
  /** Null while it is open. */
  adjudication: adjudicationSchema.pick({ cause: true, by: true, at: true, verdict: true }).nullable(),
})
export type DisputeItem = z.infer<typeof disputeItemSchema>

export const disputeStates = ['open', 'settled'] as const

export const listDisputesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/disputes',
  summary:
    'Drafts that reviewers disagree about, lowest agreement first; or those that leads have settled, newest first',
  access: 'project:lead',
  params: projectParams,
  query: pageQuerySchema.extend({
    state: z.enum(disputeStates).default('open'),
    kind: artifactKindSchema.optional(),
  }),
  /** `open`: how many wait for a lead in all. */
  response: pageOf(disputeItemSchema).extend({ open: z.number() }),
})

export const disputeSchema = z.object({
  version: versionSchema,
  corpus: deskItemSchema.shape.corpus,
  /** What each reviewer decided, the first first, and the text that they made of it. */
  votes: z.array(z.object({ decision: decisionSchema, text: versionSchema.nullable() })),
  history: z.array(versionSchema),
  agreement: z.number(),
  /** Guidelines of the labels that it is about. */
  guidelines: z.array(concernedGuidelineSchema),
  adjudication: adjudicationSchema.nullable(),
  /** What the lead's decision made of it, where it is settled with another text. */
  settled: versionSchema.nullable(),
})
export type Dispute = z.infer<typeof disputeSchema>

const disputeParams = projectParams.extend({ version: idSchema })

export const readDisputeEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/disputes/{version}',
  summary: 'A disputed draft with all decisions on it side by side, and the guidelines that it is about',
  access: 'project:lead',
  params: disputeParams,
  response: disputeSchema,
})

export const adjudicateDraftInput = z
  .discriminatedUnion('verdict', [
    z.object({ verdict: z.literal('approve') }),
    /** The text that shall stand: one that a reviewer wrote, a merged or a new one. */
    z.object({ verdict: z.literal('edit'), content: z.record(z.string(), z.unknown()) }),
    z.object({ verdict: z.literal('reject'), reasonCode: reasonCodeSchema }),
  ])
  .and(
    z.object({
      contentHash: z.string().regex(/^[0-9a-f]{64}$/),
      cause: causeSchema,
      note: z.string().trim().max(4000).default(''),
      /** With the cause `guideline-gap`: the guideline, and what its next version says; without content the case is added to it. */
      guideline: z
        .object({ artifact: idSchema, content: z.record(z.string(), z.unknown()).optional() })
        .optional(),
      elapsedMs: z.number().int().min(0).max(86_400_000).default(0),
      requestKey: z.string().min(8).max(80),
    }),
  )
export type AdjudicateDraftInput = z.output<typeof adjudicateDraftInput>
export const adjudicateDraftEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/disputes/{version}/adjudication',
  summary:
    'Settle a disputed draft for everybody, with the cause. A gap in a guideline opens its next version with the case attached',
  access: 'project:lead',
  sessionOnly: true,
  params: disputeParams,
  body: adjudicateDraftInput,
  response: disputeSchema,
})

export const undoAdjudicationEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/disputes/{version}/adjudication/undo',
  summary: 'Take back the caller’s adjudication, while nothing was built on it: the draft is disputed again',
  access: 'project:lead',
  sessionOnly: true,
  params: disputeParams,
  body: z.object({ requestKey: z.string().min(8).max(80) }),
  response: disputeSchema,
})

export const versionLinksSchema = z.object({
  /** How a dispute about it was settled. */
  settled: adjudicationSchema.nullable(),
  /** Disputes that showed a gap which this version of a guideline fills. */
  cases: z.array(
    z.object({
      versionId: idSchema,
      kind: artifactKindSchema,
      title: bothLanguagesSchema,
      number: z.number(),
      note: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  /** The guideline version for which it was sent back, newest first. */
  rechecks: z.array(
    z.object({
      becauseVersionId: idSchema,
      key: z.string(),
      number: z.number(),
      by: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  /** For a guideline: is there work that was decided under the version before? */
  replaces: z.object({ number: z.number(), decided: z.number() }).nullable(),
})
export type VersionLinks = z.infer<typeof versionLinksSchema>

export const readVersionLinksEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/versions/{version}/links',
  summary: 'From a version to the dispute, the guideline and the re-review that it comes from or led to',
  access: 'project:annotator',
  params: disputeParams,
  response: versionLinksSchema,
})
