import { z } from 'zod'
import { bothLanguagesSchema, libraryKindSchema } from '@/lib/artifacts/model'
import { fileFaults } from '@/lib/library/folder/model'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'

export const exportLibraryEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/library/folder',
  summary:
    'What is approved, as a folder in a ZIP: a YAML file an artifact, with its versions’ hashes and who decided them, by pseudonyms',
  access: 'project:annotator',
  params: projectParams,
  download: 'application/zip',
})

const plannedFileSchema = z.object({
  path: z.string(),
  state: z.enum(['new', 'changed', 'same', 'waits', 'faulty']),
  kind: libraryKindSchema.nullable(),
  title: bothLanguagesSchema.nullable(),
  /** As the file names it. */
  corpus: z.string().nullable(),
  /** References to instances that another corpus does not have, and that are left out. */
  dropped: z.number(),
  faults: z.array(z.object({ code: z.enum(fileFaults), line: z.number(), message: z.string() })),
  /** Of a changed one: what the library says, and what the file says; contents of its kind. */
  change: z.object({ before: z.unknown(), after: z.unknown() }).nullable(),
})
export type PlannedFileView = z.infer<typeof plannedFileSchema>

/** The upload, and for names of corpora that the project does not have: which of its own is meant. */
const folderInput = z.object({
  uploadId: idSchema,
  corpora: z.record(z.string().max(200), idSchema).default({}),
})
export type FolderInput = z.output<typeof folderInput>

export const libraryPlanSchema = z.object({
  counts: z.object({
    new: z.number(),
    changed: z.number(),
    same: z.number(),
    waits: z.number(),
    faulty: z.number(),
  }),
  /** Names of corpora that the project does not have. */
  unknownCorpora: z.array(z.string()),
  /** The first of them, those that need a look before the others. */
  files: z.array(plannedFileSchema),
})
export type LibraryPlan = z.infer<typeof libraryPlanSchema>

export const previewLibraryEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/library/folder/preview',
  summary:
    'What importing an uploaded folder would do, file by file, with differences and faults; writes nothing',
  access: 'project:lead',
  params: projectParams,
  body: folderInput,
  response: libraryPlanSchema,
})

export const importLibraryEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/library/folder',
  summary:
    'Make drafts of what is new or changed in an uploaded folder. They wait in the queue: nothing is approved by a file',
  access: 'project:lead',
  params: projectParams,
  body: folderInput,
  response: z.object({ jobId: idSchema }),
})
