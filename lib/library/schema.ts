import { z } from 'zod'
import { bothLanguagesSchema, draftStateSchema, libraryKindSchema } from '@/lib/artifacts/model'
import { versionSchema } from '@/lib/artifacts/schema'
import {
  defineEndpoint,
  idSchema,
  pageOf,
  pageQuerySchema,
  pathNumberSchema,
  projectParams,
} from '@/lib/platform/schema'
import { decisionSchema } from '@/lib/reviews/schema'

export const libraryItemSchema = z.object({
  artifactId: idSchema,
  kind: libraryKindSchema,
  key: z.string(),
  /** What it is called, in the languages of the screens. */
  title: bothLanguagesSchema,
  corpusId: idSchema.nullable(),
  corpusName: z.string().nullable(),
  /** Where its newest version stands. */
  state: draftStateSchema,
  /** The approved version that would enter a release now. */
  versionId: idSchema.nullable(),
  versionNumber: z.number().nullable(),
  excerpt: bothLanguagesSchema,
  retired: z.boolean(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  /** Numbers of the releases that hold any version of it. */
  releases: z.array(z.number()),
})
export type LibraryItem = z.infer<typeof libraryItemSchema>

export const listLibraryEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/library',
  summary: 'What was approved (or all states) of every kind or of one, searched by key and text',
  access: 'project:annotator',
  params: projectParams,
  query: pageQuerySchema.extend({
    q: z.string().max(200).optional(),
    state: z.enum(['approved', 'waiting', 'rejected', 'all']).default('approved'),
    corpus: idSchema.optional(),
    kind: libraryKindSchema.optional(),
  }),
  /** `kinds`: how many there are of each kind under the same filters; told with the first page. */
  response: pageOf(libraryItemSchema).extend({ kinds: z.partialRecord(libraryKindSchema, z.number()) }),
})

export const artifactSchema = z.object({
  item: libraryItemSchema,
  versions: z.array(versionSchema),
  decisions: z.array(decisionSchema),
  usage: z.array(
    z.object({
      releaseNumber: z.number(),
      releaseName: z.string(),
      versionNumber: z.number(),
      runs: z.number(),
    }),
  ),
})
export type ArtifactView = z.infer<typeof artifactSchema>

export const readArtifactEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/library/{artifact}',
  summary: 'One artifact: its versions, the decisions on them, the releases and runs that use it',
  access: 'project:annotator',
  params: projectParams.extend({ artifact: idSchema }),
  response: artifactSchema,
})

const artifactParams = projectParams.extend({ artifact: idSchema })

export const retireArtifactEndpoint = defineEndpoint({
  method: 'PUT',
  path: '/api/projects/{project}/library/{artifact}/retirement',
  summary:
    'Take an artifact out of use: the next releases are without it, and what is built on it is told to be stale',
  access: 'project:lead',
  params: artifactParams,
  body: z.object({ reason: z.string().trim().min(1).max(600) }),
})

export const restoreArtifactEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/projects/{project}/library/{artifact}/retirement',
  summary: 'Take a retired artifact into use again',
  access: 'project:lead',
  params: artifactParams,
})

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
