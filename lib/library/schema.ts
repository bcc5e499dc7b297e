import { z } from 'zod'
import { bothLanguagesSchema, draftStateSchema, libraryKindSchema } from '@/lib/artifacts/model'
import { versionSchema } from '@/lib/artifacts/schema'
import { sourceHows, sourceNoteSchema } from '@/lib/library/folder/model'
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
  /** The labels that it speaks about: of a guideline its own, of a rule those of its scope. */
  labels: z.array(z.string()),
  /** Numbers of the releases that hold any version of it. */
  releases: z.array(z.number()),
  /** A release holds a version of it that the library does not say any more. */
  stale: z.boolean(),
})
export type LibraryItem = z.infer<typeof libraryItemSchema>

export const libraryStates = ['approved', 'waiting', 'rejected', 'retired', 'all'] as const
const yesOrNo = z.enum(['yes', 'no'])

/** What of a library is looked at. */
export const libraryFilterSchema = z.object({
  /** Words that the text holds, all of them, each wherever it stands. */
  q: z.string().max(200).optional(),
  state: z.enum(libraryStates).default('approved'),
  corpus: idSchema.optional(),
  kind: libraryKindSchema.optional(),
  label: z.string().max(200).optional(),
  /** The id of who decided. */
  decidedBy: z.string().max(100).optional(),
  /** In a release. */
  used: yesOrNo.optional(),
  stale: yesOrNo.optional(),
})
export type LibraryFilter = z.infer<typeof libraryFilterSchema>

export const librarySorts = ['title', 'kind', 'corpus', 'version', 'decidedBy', 'decidedAt'] as const
export type LibrarySort = (typeof librarySorts)[number]

export const listLibraryEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/library',
  summary: 'What was approved (or all states) of every kind or of one, searched by title and text, sorted',
  access: 'project:annotator',
  params: projectParams,
  query: z.object({
    ...pageQuerySchema.extend({ cursor: z.string().max(1200).optional() }).shape,
    ...libraryFilterSchema.shape,
    sort: z.enum(librarySorts).default('title'),
    order: z.enum(['asc', 'desc']).default('asc'),
    /** Of the titles that are sorted. */
    language: z.enum(['en', 'zh']).default('en'),
  }),
  response: pageOf(libraryItemSchema),
})

export const libraryFacetsSchema = z.object({
  kinds: z.partialRecord(libraryKindSchema, z.number()),
  /** The commonest first. */
  labels: z.array(z.object({ label: z.string(), count: z.number() })),
  /** Who decided anything in the library. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type LibraryFacets = z.infer<typeof libraryFacetsSchema>

export const readFacetsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/library/facets',
  summary: 'How many there are of each kind and of each label under a filter of the library',
  access: 'project:annotator',
  params: projectParams,
  query: libraryFilterSchema,
  response: libraryFacetsSchema,
})

export const artifactSchema = z.object({
  item: libraryItemSchema,
  versions: z.array(versionSchema),
  decisions: z.array(decisionSchema),
  /** What versions were made from elsewhere: another project, another artifact, a file. */
  sources: z.array(
    z.object({ versionId: idSchema, how: z.enum(sourceHows), hash: z.string(), named: sourceNoteSchema }),
  ),
})
export type ArtifactView = z.infer<typeof artifactSchema>

export const readArtifactEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/library/{artifact}',
  summary:
    'One artifact: its versions and the decisions on them. What is built on it: `stale` with `artifact`',
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
