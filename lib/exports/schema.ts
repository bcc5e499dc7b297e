import { z } from 'zod'
import { licenceKindSchema } from '@/lib/corpora/licences/model'
import {
  destinations,
  exportFileSchema,
  exportFormatSchema,
  exportOptionsSchema,
  exportStateSchema,
  manifestSchema,
} from '@/lib/exports/model'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'

export const exportSchema = z.object({
  id: idSchema,
  runNumber: z.number(),
  releaseNumber: z.number(),
  format: exportFormatSchema,
  options: exportOptionsSchema,
  state: exportStateSchema,
  files: z.array(exportFileSchema.omit({ key: true })),
  /** Records that it holds, which may be fewer than the run's; of one that is not written yet, those of the run. */
  instructionCount: z.number(),
  jobId: idSchema.nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})
export type ExportView = z.infer<typeof exportSchema>

/** One export with what it holds, once it is written, and how a trainer takes it. */
export const exportDetailSchema = exportSchema.extend({
  manifest: manifestSchema.nullable(),
  commands: z.array(z.string()),
})
export type ExportDetail = z.infer<typeof exportDetailSchema>

/** A name that no order has is a slip: “split” for “splits” would else give an export without any. */
const orderSchema = exportOptionsSchema
  .extend({ run: z.number().int().positive().max(2_147_483_647), format: exportFormatSchema })
  .strict()
export type ExportOrder = z.infer<typeof orderSchema>

export const startExportEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/exports',
  summary: 'Write a finished run in the format of a trainer, with card, manifest and provenance, in a worker',
  access: 'project:lead',
  params: projectParams,
  body: orderSchema,
  response: z.object({ export: exportSchema, jobId: idSchema }),
})

export const exportPreviewSchema = z.object({
  /** The first record as it will stand in the file; null when the run has none for this format. */
  record: z.string().nullable(),
  files: z.array(z.string()),
  commands: z.array(z.string()),
  sources: z.array(z.object({ name: z.string(), licence: z.string(), kind: licenceKindSchema })),
  /** Sources that ask for more than the export gives on: it needs a reason. */
  conflicts: z.array(z.object({ licence: z.string(), kind: licenceKindSchema })),
  /** Pairs of an approved and a rejected draft that the release has. */
  draftPairs: z.number(),
  can: z.object({ gzip: z.boolean(), huggingface: z.boolean(), draftPairs: z.boolean() }),
  destinations: z.array(z.enum(destinations)),
})
export type ExportPreview = z.infer<typeof exportPreviewSchema>

export const previewExportEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/exports/preview',
  summary: 'The first record in a format, the names of the files, and what the licences ask; writes nothing',
  access: 'project:annotator',
  params: projectParams,
  body: orderSchema,
  response: exportPreviewSchema,
})

export const listExportsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/exports',
  summary: 'Exports, newest first',
  access: 'project:annotator',
  params: projectParams,
  query: pageQuerySchema,
  response: pageOf(exportSchema),
})

const exportParams = projectParams.extend({ export: idSchema })

export const readExportEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/exports/{export}',
  summary: 'One export with its files, its manifest and how a trainer takes it',
  access: 'project:annotator',
  params: exportParams,
  response: exportDetailSchema,
})

export const downloadExportEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/exports/{export}/files/{name}',
  summary: 'A file of a finished export, streamed; answers Range requests',
  access: 'project:annotator',
  params: exportParams.extend({ name: z.string().regex(/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)?$/i) }),
  download: 'application/octet-stream',
  endsInPath: true,
})

export const archiveExportEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/exports/{export}/archive',
  summary: 'All files of a finished export as one tar archive, streamed; answers Range requests',
  access: 'project:annotator',
  params: exportParams,
  download: 'application/x-tar',
})
