import { z } from 'zod'
import { bothLanguagesSchema, libraryKinds } from '@/lib/artifacts/model'
import { versionSchema } from '@/lib/artifacts/schema'
import { instanceSchema } from '@/lib/corpora/instances/schema'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'
import { decisionSchema } from '@/lib/reviews/schema'

/** Why a version that was released is not what the library says now. `withdrawn`: its approval was taken back. `removed`: a node, with what hangs below it. */
export const staleReasons = ['retired', 'changed', 'withdrawn', 'removed'] as const

export const staleItemSchema = z.object({
  artifactId: idSchema,
  kind: z.enum([...libraryKinds, 'node']),
  key: z.string(),
  title: bothLanguagesSchema,
  versionId: idSchema,
  versionNumber: z.number(),
  /** The version that the library holds now, where there is one. */
  newerNumber: z.number().nullable(),
  /** Null for a version that still stands: listed when it is asked what an artifact is in. */
  why: z.enum(staleReasons).nullable(),
  /** Of a removed node: how many released questions and answers hang below it. They are counted in the places as it. */
  pairs: z.number().optional(),
})
export type StaleItem = z.infer<typeof staleItemSchema>

const stalePlace = { versions: z.array(idSchema), of: z.number() }

/**
 * What was built on these versions. `of`: how many items or records it has in all, `items`: how many of them. `records`: how many show one of them, at most;
 * exact where one version is concerned.
 */
export const staleSchema = z.object({
  items: z.array(staleItemSchema),
  releases: z.array(z.object({ number: z.number(), name: z.string(), items: z.number(), ...stalePlace })),
  runs: z.array(
    z.object({ number: z.number(), releaseNumber: z.number(), records: z.number(), ...stalePlace }),
  ),
  exports: z.array(
    z.object({ id: idSchema, format: z.string(), runNumber: z.number(), records: z.number(), ...stalePlace }),
  ),
})
export type Stale = z.infer<typeof staleSchema>

export const readStaleEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/stale',
  summary:
    'Releases, runs and exports built on what was retired, changed or withdrawn since; with `artifact`, on any version of it',
  access: 'project:annotator',
  params: projectParams,
  query: z.object({ artifact: idSchema.optional() }),
  response: staleSchema,
})

export const lineageSchema = z.object({
  corpus: z.object({ id: idSchema, name: z.string(), licence: z.string(), source: z.string() }).nullable(),
  /** As it is now; null when a fix took it out. */
  instance: instanceSchema.nullable(),
  versions: z.array(
    z.object({ version: versionSchema, decisions: z.array(decisionSchema), stale: z.boolean() }),
  ),
})
export type Lineage = z.infer<typeof lineageSchema>

const MOST_VERSIONS = 60

export const readLineageEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/lineage',
  summary: 'What a composed record was made of: its instance, the versions it shows and who decided them',
  access: 'project:annotator',
  params: projectParams,
  query: z.object({
    corpus: idSchema,
    ordinal: z.coerce.number().int().positive().max(2_147_483_647),
    /** Ids of versions, between commas. */
    versions: z
      .string()
      .max(MOST_VERSIONS * 37)
      .default('')
      .transform((ids) => ids.split(',').filter((id) => id !== ''))
      .pipe(z.array(idSchema).max(MOST_VERSIONS)),
  }),
  response: lineageSchema,
})
