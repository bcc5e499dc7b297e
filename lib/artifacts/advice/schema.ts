import { z } from 'zod'
import { askedOf } from '@/lib/artifacts/drafting/model'
import { artifactKindSchema } from '@/lib/artifacts/model'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'

export const adviceVerdicts = ['supported', 'unsupported', 'contradicted', 'unclear'] as const

/** What a model says of one line of a draft against its evidence. */
export const adviceLineSchema = z.object({
  /** Where in the content: `includes` 2 is its third line; a field that is one text has line 0. */
  field: z.string(),
  line: z.number().int().nonnegative(),
  /** The words that it is about, as they stood. */
  text: z.string(),
  verdict: z.enum(adviceVerdicts),
  why: z.string(),
})
export type AdviceLine = z.infer<typeof adviceLineSchema>

/** A model's opinion of a draft. It is advice: nothing is decided by it. */
export const adviceSchema = z.object({
  id: idSchema,
  versionId: idSchema,
  model: z.string(),
  prompt: z.string(),
  callId: idSchema.nullable(),
  lines: z.array(adviceLineSchema),
  overall: z.string(),
  createdAt: z.iso.datetime(),
})
export type AdviceView = z.infer<typeof adviceSchema>

export const judgeDraftsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/advice',
  summary:
    'Ask models what they think of waiting drafts against their evidence: advice for reviewers, never a decision',
  access: 'project:lead',
  params: projectParams,
  body: z.object({
    ...askedOf,
    /** Only drafts of this corpus, of this kind, or these. */
    corpus: idSchema.optional(),
    kind: artifactKindSchema.optional(),
    versions: z.array(idSchema).min(1).max(1000).optional(),
  }),
  response: z.object({ jobId: idSchema }),
})

export const readAdviceEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/versions/{version}/advice',
  summary: 'What models said of a version, the newest first',
  access: 'project:annotator',
  params: projectParams.extend({ version: idSchema }),
  response: z.object({ items: z.array(adviceSchema) }),
})
