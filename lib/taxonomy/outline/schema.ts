import { z } from 'zod'
import { nodeLevelSchema } from '@/lib/artifacts/kinds/node/content'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'
import { outlineFaultSchema, outlineFormatSchema } from '@/lib/taxonomy/outline/model'

export const exportTreeEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/taxonomy/file',
  summary: 'The tree as indented text, JSON, YAML or CSV: all of it, or what is in use',
  access: 'project:annotator',
  params: projectParams,
  query: z.object({
    format: outlineFormatSchema.default('text'),
    which: z.enum(['all', 'used']).default('all'),
  }),
  download: 'application/octet-stream',
})

const uploaded = z.object({ uploadId: idSchema })

export const treePlanSchema = z.object({
  fileName: z.string(),
  format: outlineFormatSchema,
  /** With one fault in it nothing of a file is taken. */
  faults: z.array(outlineFaultSchema),
  read: z.number(),
  added: z.number(),
  /** The tree has it already. */
  known: z.number(),
  /** The file has it twice. */
  repeated: z.number(),
  /** The first that are new. */
  first: z.array(z.object({ level: nodeLevelSchema, name: z.object({ en: z.string(), zh: z.string() }) })),
})
export type TreePlan = z.infer<typeof treePlanSchema>

export const previewTreeEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/taxonomy/file/preview',
  summary: 'What an uploaded tree would add, and what is wrong with it by line; writes nothing',
  access: 'project:lead',
  params: projectParams,
  body: uploaded,
  response: treePlanSchema,
})

export const importTreeEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/taxonomy/file',
  summary:
    'Add the nodes of an uploaded tree for people to vote on: all or none. The same path is the same node',
  access: 'project:lead',
  params: projectParams,
  body: uploaded,
  response: z.object({ jobId: idSchema }),
})

export const startTreeEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/taxonomy/starter',
  summary:
    'Add the taxonomy that ships with Gloss for people to vote on. What the tree has already is left alone',
  access: 'project:lead',
  params: projectParams,
  response: z.object({ added: z.number(), known: z.number() }),
})
