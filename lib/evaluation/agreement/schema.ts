import { z } from 'zod'
import { artifactKindSchema } from '@/lib/artifacts/model'
import { levelSchema, measureSchema, ratingSchema } from '@/lib/evaluation/agreement/model'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'

const daySchema = z.iso.date()

/** One person, or (`null`, for who may not know) some other. */
const raterSchema = z.object({ id: z.string(), name: z.string() }).nullable()

/** Rows and columns are in the order of the ratings: approve, edit, reject. */
const tableSchema = z.array(z.array(z.number()).length(3)).length(3)

export const pairAgreementSchema = z.object({
  a: raterSchema,
  b: raterSchema,
  units: z.number(),
  /** How many drafts the first gave the row's verdict and the second the column's. */
  table: tableSchema,
  percent: measureSchema,
  kappa: measureSchema,
})
export type PairAgreement = z.infer<typeof pairAgreementSchema>

export const agreementSchema = z.object({
  /** Drafts that two or more people decided, and their decisions. */
  units: z.number(),
  ratings: z.number(),
  coincidences: tableSchema,
  percent: measureSchema,
  /** Of the drafts that as many people decided as most. */
  fleiss: z.object({ kappa: measureSchema, raters: z.number(), units: z.number() }),
  /** Approve, edit and reject are 0, 1 and 2: each a step further from the draft as it was. */
  alpha: z.record(levelSchema, measureSchema),
  /** The pairs with the most drafts between them. */
  pairs: z.array(pairAgreementSchema),
  /** So many pairs there are. */
  pairCount: z.number(),
})
export type Agreement = z.infer<typeof agreementSchema>

/** Everything given must apply. `a` and `b`: of these two people only; one alone: of them with everybody. */
export const agreementFilterShape = {
  from: daySchema.optional(),
  to: daySchema.optional(),
  kind: artifactKindSchema.optional(),
  label: z.string().max(200).optional(),
  a: z.string().max(100).optional(),
  b: z.string().max(100).optional(),
}

export const readAgreementEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/quality/agreement',
  summary:
    'How far reviewers of the same drafts agree: percent, Cohen, Fleiss, Krippendorff, the coincidence matrix; where one is undefined, why',
  access: 'project:annotator',
  params: projectParams,
  query: z.object(agreementFilterShape),
  response: agreementSchema,
})

export const agreementItemSchema = z.object({
  versionId: idSchema,
  artifactId: idSchema,
  kind: artifactKindSchema,
  title: z.object({ en: z.string(), zh: z.string() }),
  versionNumber: z.number(),
  ratedAt: z.iso.datetime(),
  said: z.array(z.object({ reviewer: z.string().nullable(), verdict: ratingSchema })),
})
export type AgreementItem = z.infer<typeof agreementItemSchema>

export const listAgreementItemsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/quality/agreement/items',
  summary:
    'The drafts behind a number of agreement, newest first. `first` and `second`: a cell of the matrix; of two people, what each said',
  access: 'project:annotator',
  params: projectParams,
  query: pageQuerySchema.extend({
    ...agreementFilterShape,
    first: ratingSchema.optional(),
    second: ratingSchema.optional(),
    /** `no`: only drafts that were not decided alike by all. */
    alike: z.enum(['yes', 'no']).optional(),
  }),
  response: pageOf(agreementItemSchema),
})

export const spanAgreementSchema = z.object({
  /** Pairs of answers that were compared, spans in them, and pairs of spans that are the same. */
  answers: z.number(),
  spans: z.number(),
  alike: z.number(),
  f1: measureSchema,
})
export type SpanAgreement = z.infer<typeof spanAgreementSchema>

export const spanFiguresSchema = z.object({
  overall: spanAgreementSchema,
  labels: z.array(spanAgreementSchema.extend({ label: z.string() })),
  pairs: z.array(spanAgreementSchema.extend({ a: raterSchema, b: raterSchema })),
})
export type SpanFigures = z.infer<typeof spanFiguresSchema>

export const readSpanAgreementEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/quality/agreement/spans',
  summary:
    'How alike the answers are that reviewers of the same re-annotation leave: F1 of their spans, over all, by label and by pair',
  access: 'project:annotator',
  params: projectParams,
  query: z.object(agreementFilterShape),
  response: spanFiguresSchema,
})
