import { z } from 'zod'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'

const artifactParams = projectParams.extend({ artifact: idSchema })
const draftSchema = z.object({ artifactId: idSchema, versionId: idSchema })
export type ReusedDraft = z.infer<typeof draftSchema>

/** As much as a content can be. */
const textSchema = z.string().min(1).max(400_000)

export const listForkTargetsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/library/{artifact}/forks',
  summary: 'The other projects where the caller may write, with the corpora there that this could be about',
  access: 'project:annotator',
  params: artifactParams,
  response: z.object({
    /** Does it belong to a corpus? */
    needsCorpus: z.boolean(),
    projects: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        /** `same`: made from the same file, so that references to instances hold. */
        corpora: z.array(z.object({ id: idSchema, name: z.string(), same: z.boolean() })),
      }),
    ),
  }),
})
export type ForkTargets = z.infer<typeof listForkTargetsEndpoint.response>

export const forkArtifactEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/library/{artifact}/forks',
  summary:
    'Copy the approved version into another project, where it waits as a draft that names what it was forked from',
  access: 'project:annotator',
  params: artifactParams,
  body: z.object({ into: z.string().min(1).max(80), corpus: idSchema.optional() }),
  response: draftSchema.extend({ dropped: z.number() }),
})

export const readTextEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/library/{artifact}/text',
  summary: 'The content as YAML to write in; with `merging`, one text of both to begin with',
  access: 'project:lead',
  params: artifactParams,
  query: z.object({ merging: idSchema.optional() }),
  response: z.object({ text: z.string() }),
})

export const mergeArtifactsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/library/{artifact}/merges',
  summary:
    'Propose one text for two: the next version of this one. The other is retired when that is approved, and not before',
  access: 'project:lead',
  params: artifactParams,
  body: z.object({ from: idSchema, text: textSchema }),
  response: draftSchema,
})

export const splitArtifactEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/library/{artifact}/splits',
  summary: 'Propose two texts for one: the next version of this one, and something new beside it',
  access: 'project:lead',
  params: artifactParams,
  body: z.object({ first: textSchema, second: textSchema }),
  response: z.object({ first: draftSchema, second: draftSchema }),
})
