import { z } from 'zod'
import { artifactKindSchema, authorKindSchema } from '@/lib/artifacts/model'
import { measureSchema } from '@/lib/evaluation/agreement/model'
import { bucketSchema } from '@/lib/evaluation/model'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'
import { reasonCodeSchema } from '@/lib/reviews/model'

const daySchema = z.iso.date()

const verdictCounts = { approved: z.number(), edited: z.number(), rejected: z.number() }

const workShape = {
  ...verdictCounts,
  skipped: z.number(),
  /** Approved, edited and rejected together. */
  made: z.number(),
  /** Of late, on average; ten minutes each at most. Null where none says how long it took. */
  secondsEach: z.number().nullable(),
  /** How many say how long they took, and how many of these were faster than the text can be read. */
  timed: z.number(),
  fast: z.number(),
  /** Of the last fourteen days. */
  perDay: z.number(),
  /** Decisions that are still to be made: of a person their share by what they did of late. */
  open: z.number(),
  hoursLeft: z.number().nullable(),
  /** At the pace of the last fourteen days; null when there is none. */
  daysLeft: z.number().nullable(),
}

export const kindProgressSchema = z.object({ kind: artifactKindSchema, ...workShape })
export const personProgressSchema = z.object({
  person: z.string(),
  name: z.string(),
  lastDay: daySchema.nullable(),
  ...workShape,
})
export const dayFiguresSchema = z.object({
  /** The first and the last day of this stretch. */
  from: daySchema,
  to: daySchema,
  ...verdictCounts,
  secondsEach: z.number().nullable(),
})
export const drafterFiguresSchema = z.object({
  authorKind: authorKindSchema,
  /** Empty for people: what they wrote counts together. */
  author: z.string(),
  model: z.string(),
  prompt: z.string(),
  promptVersion: z.number(),
  ...verdictCounts,
  decided: z.number(),
  acceptance: z.number().nullable(),
  acceptanceLow: z.number().nullable(),
  acceptanceHigh: z.number().nullable(),
  /** The mean distance of what was accepted from its draft: 0 for as it was, 1 for written anew. */
  editDistance: z.number().nullable(),
})
export const agreementFiguresSchema = z.object({
  from: daySchema,
  to: daySchema,
  /** Drafts that two or more decided. */
  units: z.number(),
  percent: measureSchema,
  alpha: measureSchema,
})
export const reasonFiguresSchema = z.object({ reason: reasonCodeSchema, count: z.number() })
export const coverageSchema = z.object({
  corpusId: idSchema,
  corpus: z.string(),
  labels: z.number(),
  approved: z.number(),
  waiting: z.number(),
  rejected: z.number(),
  /** Never drafted. */
  missing: z.number(),
  /** Some that have no approved guideline, the most frequent first. */
  uncovered: z.array(z.string()),
})
export const blocksSchema = z.object({
  waiting: z.array(z.object({ kind: artifactKindSchema, count: z.number() })),
  disputed: z.number(),
  uncovered: z.number(),
  /** Approved since the last release; counted up to `most`. */
  approvedSince: z.number(),
  most: z.number(),
  latestRelease: z.number().nullable(),
})

export const dashboardSchema = z.object({
  from: daySchema,
  to: daySchema,
  bucket: bucketSchema,
  /** `own`: an annotator sees everybody's work as one, and only themself by name. */
  sees: z.enum(['everybody', 'own']),
  kinds: z.array(kindProgressSchema),
  people: z.array(personProgressSchema),
  days: z.array(dayFiguresSchema),
  drafters: z.array(drafterFiguresSchema),
  agreement: z.array(agreementFiguresSchema),
  reasons: z.array(reasonFiguresSchema),
  coverage: z.array(coverageSchema),
  blocks: blocksSchema,
})
export type Dashboard = z.infer<typeof dashboardSchema>
export type KindProgress = z.infer<typeof kindProgressSchema>
export type PersonProgress = z.infer<typeof personProgressSchema>
export type DayFigures = z.infer<typeof dayFiguresSchema>
export type DrafterFigures = z.infer<typeof drafterFiguresSchema>
export type AgreementFigures = z.infer<typeof agreementFiguresSchema>
export type ReasonFigures = z.infer<typeof reasonFiguresSchema>
export type Coverage = z.infer<typeof coverageSchema>
export type Blocks = z.infer<typeof blocksSchema>

/** Days are UTC and both included. Progress, coverage and what blocks are of now, whatever the days. */
export const periodShape = {
  from: daySchema.optional(),
  to: daySchema.optional(),
  kind: artifactKindSchema.optional(),
  /** Only a lead may ask for somebody else's. */
  person: z.string().max(100).optional(),
}

export const readDashboardEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/quality',
  summary:
    'Progress and time left, decisions over time, how drafts fare by drafter, agreement over time, reasons of rejection, coverage, what blocks the next release',
  access: 'project:annotator',
  params: projectParams,
  query: z.object(periodShape),
  response: dashboardSchema,
})

export const countedVerdicts = ['approve', 'edit', 'reject', 'skip'] as const

export const countedDecisionSchema = z.object({
  id: idSchema,
  versionId: idSchema,
  artifactId: idSchema,
  kind: artifactKindSchema,
  title: z.object({ en: z.string(), zh: z.string() }),
  versionNumber: z.number(),
  verdict: z.enum(countedVerdicts),
  reasonCode: reasonCodeSchema.nullable(),
  comment: z.string(),
  /** Null where the reader may not know. */
  reviewer: z.string().nullable(),
  elapsedMs: z.number(),
  createdAt: z.iso.datetime(),
})
export type CountedDecision = z.infer<typeof countedDecisionSchema>

export const listCountedDecisionsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/quality/decisions',
  summary: 'The decisions behind a figure: those that stand, newest first',
  access: 'project:annotator',
  params: projectParams,
  query: pageQuerySchema.extend({
    ...periodShape,
    verdict: z.enum(countedVerdicts).optional(),
    reason: reasonCodeSchema.optional(),
    authorKind: authorKindSchema.optional(),
    author: z.string().max(200).optional(),
    model: z.string().max(200).optional(),
    prompt: z.string().max(200).optional(),
    promptVersion: z.coerce.number().int().min(0).max(1_000_000).optional(),
  }),
  response: pageOf(countedDecisionSchema),
})
