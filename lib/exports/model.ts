import { z } from 'zod'
import { licenceKindSchema } from '@/lib/corpora/licences/model'
import { releaseGroundSchema } from '@/lib/synthesis/model'

export const exportFormats = [
  'openai-chat',
  'alpaca',
  'sharegpt',
  'trl-messages',
  'trl-prompt-completion',
  'trl-preference',
  'axolotl',
  'llama-factory',
  'iepile',
  'csv',
  'parquet',
] as const
export const exportFormatSchema = z.enum(exportFormats)
export type ExportFormat = z.infer<typeof exportFormatSchema>

export const splitNames = ['train', 'validation', 'test'] as const
export const splitNameSchema = z.enum(splitNames)
export type SplitName = z.infer<typeof splitNameSchema>

/** How the folder is laid out: all files beside each other, or as the Hugging Face hub expects a dataset. */
export const exportLayouts = ['flat', 'huggingface'] as const
export const exportLayoutSchema = z.enum(exportLayouts)
export type ExportLayout = z.infer<typeof exportLayoutSchema>

/** What is left of one goes to train. A share is of groups: all records of an instance, and of its duplicates, stay together. */
export const splitSharesSchema = z
  .object({
    validation: z.number().min(0).max(0.9).default(0),
    test: z.number().min(0).max(0.9).default(0),
    seed: z.number().int().min(0).max(2_147_483_647).default(42),
  })
  .refine(({ validation, test }) => validation + test <= 0.95, 'something must be left for training')
export type SplitShares = z.infer<typeof splitSharesSchema>

const PLACE = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*){0,9}$/i
const placeSchema = z
  .string()
  .max(200)
  .regex(PLACE, 'letters, digits, dots, hyphens and underscores, with slashes between names')

/** Where the files go besides Gloss itself, which always keeps them for download. */
export const destinationSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('gloss') }),
  z.object({ to: z.literal('folder'), path: placeSchema }),
  z.object({ to: z.literal('s3'), prefix: placeSchema }),
])
export type Destination = z.infer<typeof destinationSchema>
export const destinations = ['gloss', 'folder', 's3'] as const

export const exportOptionsSchema = z.object({
  splits: splitSharesSchema.default({ validation: 0, test: 0, seed: 42 }),
  gzip: z.boolean().default(false),
  layout: exportLayoutSchema.default('flat'),
  /** Preference pairs also of drafts that people approved and rejected. The text of rejected drafts then leaves Gloss. */
  draftPairs: z.boolean().default(false),
  destination: destinationSchema.default({ to: 'gloss' }),
  /** Under what licence the export is given on; none: as freely as its sources allow. */
  licence: z.string().trim().min(1).max(80).nullable().default(null),
  /** Why the export is made although the sources' licences ask for more than its own. */
  licenceReason: z.string().trim().min(3).max(500).nullable().default(null),
})
export type ExportOptions = z.infer<typeof exportOptionsSchema>

export const exportFileSchema = z.object({
  name: z.string(),
  key: z.string(),
  bytes: z.number(),
  rows: z.number().nullable(),
  sha256: z.string(),
  /** Of a file of records: the split that it holds. */
  split: splitNameSchema.optional(),
})
export type ExportFile = z.infer<typeof exportFileSchema>

export const exportStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export const exportStateSchema = z.enum(exportStates)

/** Records of one kind: how many of a task form, made by which strategies, with the output in which carrier. */
export const mixRowSchema = z.object({
  taskForm: z.string(),
  strategies: z.array(z.string()),
  carrier: z.string(),
  count: z.number(),
})
export type MixRow = z.infer<typeof mixRowSchema>

/** How people decided what the records are built on, up to the release. */
export const reviewFiguresSchema = z.object({
  /** Approved versions whose text is in the records. */
  versions: z.number(),
  deciders: z.number(),
  decisions: z.number(),
  approved: z.number(),
  edited: z.number(),
  rejected: z.number(),
  skipped: z.number(),
  /** Of the versions that two people or more decided: how many, and the share on which all agreed. */
  decidedTwice: z.number(),
  agreement: z.number().nullable(),
})
export type ReviewFigures = z.infer<typeof reviewFiguresSchema>

/**
 * On what ground the run was released: people looked at `n` records drawn at random, of which at most `c` might be rejected; or
 * somebody gave a reason. `bound`: the largest share of wrong records that fits what was found, at 95 %. `earlier`: samples that
 * were decided on, in part at least, and replaced.
 */
export const auditFiguresSchema = z.object({
  how: releaseGroundSchema,
  n: z.number(),
  c: z.number(),
  decided: z.number(),
  rejected: z.number(),
  bound: z.number().nullable(),
  earlier: z.number(),
  reason: z.string().nullable(),
})
export type AuditFigures = z.infer<typeof auditFiguresSchema>

/** What `manifest.json` says of the folder it stands in. It names no time, person, run or place. */
export const manifestSchema = z.looseObject({
  tool: z.object({ name: z.string(), version: z.string() }),
  format: exportFormatSchema,
  layout: exportLayoutSchema,
  gzip: z.boolean(),
  records: z.number(),
  splits: splitSharesSchema.safeExtend({ records: z.partialRecord(splitNameSchema, z.number()) }),
  mix: z.array(mixRowSchema),
  instructions: z.looseObject({ count: z.number(), sha256: z.string().nullable() }),
  recipe: z.looseObject({ hash: z.string() }),
  release: z.object({ id: z.string(), number: z.number(), contentHash: z.string() }),
  versions: z.array(
    z.object({
      versionId: z.string(),
      contentHash: z.string(),
      kind: z.string(),
      label: z.string(),
      corpusId: z.string().nullable(),
      decisionId: z.string(),
      decidedBy: z.string(),
      instructions: z.number(),
    }),
  ),
  corpora: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      taskForm: z.string(),
      language: z.string(),
      licence: z.string(),
      licenceKind: licenceKindSchema,
      source: z.string(),
      instances: z.number(),
      records: z.number(),
    }),
  ),
  licence: z.object({
    declared: z.string().nullable(),
    /** What the sources ask for and the declared licence does not. */
    conflicts: z.array(z.object({ licence: z.string(), kind: licenceKindSchema })),
    confirmedBecause: z.string().nullable(),
  }),
  review: reviewFiguresSchema,
  /** Absent in manifests of before runs were audited. */
  audit: auditFiguresSchema.optional(),
  files: z.array(exportFileSchema.omit({ key: true })),
})
export type Manifest = z.infer<typeof manifestSchema>
