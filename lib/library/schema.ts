import { z } from 'zod'
import { bothLanguagesSchema, draftStateSchema, libraryKindSchema } from '@/lib/artifacts/model'
import { versionSchema } from '@/lib/artifacts/schema'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'
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
