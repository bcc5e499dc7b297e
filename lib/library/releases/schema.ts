import { z } from 'zod'
import { bothLanguagesSchema, libraryKindSchema } from '@/lib/artifacts/model'
import {
  defineEndpoint,
  idSchema,
  pageOf,
  pageQuerySchema,
  pathNumberSchema,
  projectParams,
} from '@/lib/platform/schema'

export const releaseSchema = z.object({
  id: idSchema,
  number: z.number(),
  name: z.string(),
  note: z.string(),
  contentHash: z.string(),
  itemCount: z.number(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  runs: z.number(),
})
export type ReleaseView = z.infer<typeof releaseSchema>

export const listReleasesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/releases',
  summary: 'Releases, newest first, and what the next one would hold',
  access: 'project:annotator',
  params: projectParams,
  query: pageQuerySchema,
  response: pageOf(releaseSchema).extend({
    next: z.object({
      approved: z.number(),
      added: z.number(),
      changed: z.number(),
      removed: z.number(),
      waiting: z.number(),
    }),
  }),
})

export const cutReleaseEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/releases',
  summary:
    'Freeze every approved version under the next number. Refused when nothing is approved or nothing changed',
  access: 'project:lead',
  params: projectParams,
  body: z.object({
    name: z.string().trim().max(120).default(''),
    note: z.string().trim().max(2000).default(''),
  }),
  response: releaseSchema,
})

export const releaseWithItemsSchema = releaseSchema.extend({
  items: z.array(
    z.object({
      artifactId: idSchema,
      kind: libraryKindSchema,
      key: z.string(),
      title: bothLanguagesSchema,
      corpusId: idSchema.nullable(),
      corpusName: z.string().nullable(),
      versionId: idSchema,
      versionNumber: z.number(),
      contentHash: z.string(),
      approvedBy: z.string(),
      approvedAt: z.iso.datetime(),
    }),
  ),
})
export type ReleaseWithItems = z.infer<typeof releaseWithItemsSchema>

export const readReleaseEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/releases/{number}',
  summary: 'A release with its frozen versions and who approved them',
  access: 'project:annotator',
  params: projectParams.extend({ number: pathNumberSchema }),
  response: releaseWithItemsSchema,
})
