import { z } from 'zod'
import { exportFileSchema, exportFormatSchema, exportStateSchema } from '@/lib/exports/model'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'

export const exportSchema = z.object({
  id: idSchema,
  runNumber: z.number(),
  releaseNumber: z.number(),
  format: exportFormatSchema,
  state: exportStateSchema,
  files: z.array(exportFileSchema.omit({ key: true })),
  instructionCount: z.number(),
  jobId: idSchema.nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})
export type ExportView = z.infer<typeof exportSchema>

export const startExportEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/exports',
  summary: 'Write a finished run in the format of a trainer, with manifest and provenance, in a worker',
  access: 'project:lead',
  params: projectParams,
  body: z.object({ run: z.number().int().positive().max(2_147_483_647), format: exportFormatSchema }),
  response: z.object({ export: exportSchema, jobId: idSchema }),
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
  summary: 'One export with its files',
  access: 'project:annotator',
  params: exportParams,
  response: exportSchema,
})

export const downloadExportEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/exports/{export}/files/{name}',
  summary: 'A file of a finished export, streamed; answers Range requests',
  access: 'project:annotator',
  params: exportParams.extend({ name: z.string().regex(/^[a-z0-9][a-z0-9._-]*$/i) }),
  download: 'application/octet-stream',
})
