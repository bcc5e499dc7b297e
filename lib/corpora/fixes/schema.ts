import { z } from 'zod'
import { fixCountsSchema, fixSchema, fixStateSchema, writtenFixSchema } from '@/lib/corpora/fixes/model'
import { instanceSchema } from '@/lib/corpora/instances/schema'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'

const corpusParams = projectParams.extend({ corpus: idSchema })
const shownInstance = instanceSchema.omit({ id: true })

export const fixPreviewSchema = z.object({
  /** Null where that is only known when it is done. */
  instances: z.number().nullable(),
  items: z.number().nullable(),
  /** The label that several become is one that the corpus has already. */
  merges: z.boolean(),
  /** Guidelines of this corpus about the labels that go. They stay as they are. */
  guidelines: z.object({ approved: z.number(), waiting: z.number() }),
  /** Some instances before and after; null after where one goes. */
  examples: z.array(z.object({ before: shownInstance, after: shownInstance.nullable() })),
})
export type FixPreview = z.infer<typeof fixPreviewSchema>

export const corpusFixSchema = z.object({
  number: z.number(),
  fix: writtenFixSchema,
  state: fixStateSchema,
  counts: fixCountsSchema,
  /** The person who ordered it. */
  by: z.string(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  undone: z.boolean(),
  /** Can it be undone now? Only the newest that stands can. */
  canUndo: z.boolean(),
})
export type CorpusFixView = z.infer<typeof corpusFixSchema>

const ordered = z.object({ number: z.number(), jobId: idSchema })

export const previewFixEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/corpora/{corpus}/fixes/preview',
  summary: 'What a fix would do: how many instances, some of them before and after; writes nothing',
  access: 'project:lead',
  params: corpusParams,
  body: fixSchema,
  response: fixPreviewSchema,
})

export const orderFixEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/corpora/{corpus}/fixes',
  summary:
    'Fix a corpus in bulk: rename, merge or drop labels, drop instances with a problem, keep them as seen. Done by a job, all at once; can be undone',
  access: 'project:lead',
  params: corpusParams,
  body: fixSchema,
  response: ordered,
})

export const listFixesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/corpora/{corpus}/fixes',
  summary: 'The fixes of a corpus, the newest first (at most 200)',
  access: 'project:annotator',
  params: corpusParams,
  response: z.object({ items: z.array(corpusFixSchema) }),
})

export const undoFixEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/corpora/{corpus}/fixes/undo',
  summary: 'Undo the newest fix that stands: every instance is as it was, byte for byte',
  access: 'project:lead',
  params: corpusParams,
  body: z.object({ number: z.number().int().positive() }),
  response: ordered,
})
