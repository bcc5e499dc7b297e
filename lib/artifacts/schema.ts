import { z } from 'zod'
import { draftedBy } from '@/lib/artifacts/drafting/model'
import { formatContentSchema } from '@/lib/artifacts/kinds/format/content'
import { ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import { changeSchema, hardReasons } from '@/lib/artifacts/kinds/rule/evidence'
import {
  type ArtifactKind,
  againSchema,
  authorKindSchema,
  contentSchemas,
  draftStateSchema,
  evidenceSchemas,
} from '@/lib/artifacts/model'
import { markSchema } from '@/lib/corpora/instances/schema'
import { carriageFaults, carrierNameSchema } from '@/lib/formats/model'
import { defineEndpoint, idSchema, pathNumberSchema, projectParams } from '@/lib/platform/schema'
import { answerSchema, taskFormSchema } from '@/lib/tasks/model'

export const draftGuidelinesEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/corpora/{corpus}/drafts',
  summary:
    'Draft one guideline per label of a corpus. Labels that have a waiting or approved guideline are left alone',
  access: 'project:lead',
  params: projectParams.extend({ corpus: idSchema }),
  body: z.object({
    labels: z.array(z.string().min(1).max(200)).max(1000).optional(),
    /** Draft anew also where a guideline was approved or rejected; what waits is superseded. */
    again: againSchema.default('never'),
    ...draftedBy,
  }),
  response: z.object({ jobId: idSchema }),
})

export const draftRulesEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/corpora/{corpus}/rules/drafts',
  summary:
    'Draft the preference rules that the gold of a corpus suggests, each with what it would change. What waits or is approved is left alone',
  access: 'project:lead',
  params: projectParams.extend({ corpus: idSchema }),
  body: z.object({
    /** Draft anew also what was approved or rejected; what waits is superseded. */
    again: againSchema.default('never'),
    /** For models: the labels to propose rules about. The miner looks at all of them at once. */
    labels: z.array(z.string().min(1).max(200)).max(1000).optional(),
    ...draftedBy,
  }),
  response: z.object({ jobId: idSchema }),
})

export const draftFormatsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/formats/drafts',
  summary:
    'Draft format variants of every carrier, each tried on a thousand instances first. What waits or is approved is left alone',
  access: 'project:lead',
  params: projectParams,
  body: z.object({
    /** All ten when absent. */
    carriers: z.array(carrierNameSchema).min(1).max(10).optional(),
    again: againSchema.default('never'),
    ...draftedBy,
  }),
  response: z.object({ jobId: idSchema }),
})

const phrasedSchema = z.object({ en: z.array(z.string()), zh: z.array(z.string()) })
const nounsSchema = z.object({ group: z.string(), groups: z.string(), items: z.string() })

/** One real answer in a format. `why`: where the carrier cannot carry it, or it did not come back. */
export const renderingSchema = z.object({
  corpus: z.string(),
  ordinal: z.number(),
  text: z.string(),
  answer: answerSchema,
  fields: z.array(z.string()),
  outcome: z.enum(['same', 'refused', 'failed']),
  output: z.string(),
  why: z.string(),
  /** Where the carrier cannot carry it: the reason for the screens. */
  code: z.enum(carriageFaults).optional(),
  params: z.record(z.string(), z.string()).optional(),
})
export type RenderingView = z.infer<typeof renderingSchema>

export const formatPreviewSchema = z.object({
  /** Every parameter, those that were not given with their defaults. */
  parameters: z.record(z.string(), z.unknown()),
  /** What a parameter may be, as JSON Schema. */
  parameterSchema: z.record(z.string(), z.unknown()),
  /** The carrier's own sentences for these parameters. */
  wording: z.object({ ask: phrasedSchema, askRecords: phrasedSchema }),
  forms: z.array(
    z.object({
      form: taskFormSchema,
      nouns: z.object({ en: nounsSchema, zh: nounsSchema }),
      renderings: z.array(renderingSchema),
    }),
  ),
})
export type FormatPreview = z.infer<typeof formatPreviewSchema>

export const previewFormatEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/formats/preview',
  summary: 'Real answers of each task form in a format, read back at once; writes nothing',
  access: 'project:annotator',
  params: projectParams,
  body: z.object({
    ...formatContentSchema.pick({ carrier: true, parameters: true, taskForms: true }).shape,
    seed: z.number().int().min(0).max(1_000_000).default(0),
    each: z.number().int().min(1).max(5).default(2),
  }),
  response: formatPreviewSchema,
})

const versionParts = {
  id: idSchema,
  artifactId: idSchema,
  number: z.number(),
  contentHash: z.string(),
  authorKind: authorKindSchema,
  author: z.string(),
  /** Its author is not told: it is compared with another draft, and people do not know whose they decide. */
  blind: z.boolean(),
  parentId: idSchema.nullable(),
  state: draftStateSchema,
  createdAt: z.iso.datetime(),
}

const versionOf = <Kind extends ArtifactKind>(kind: Kind) =>
  z.object({ ...versionParts, kind: z.literal(kind), content: contentSchemas[kind] })

export const versionSchema = z.discriminatedUnion('kind', [
  versionOf('guideline'),
  versionOf('rule'),
  versionOf('application'),
  versionOf('format'),
  versionOf('pair'),
  versionOf('record'),
  versionOf('node'),
  versionOf('syllabus'),
])
export type VersionView = z.infer<typeof versionSchema>
/** A version of one kind. */
export type VersionOf<Kind extends ArtifactKind> = Extract<VersionView, { kind: Kind }>

const evidenceOf = <Kind extends ArtifactKind>(kind: Kind) =>
  z.object({ kind: z.literal(kind), evidence: evidenceSchemas[kind] })

export const evidenceSchema = z.discriminatedUnion('kind', [
  evidenceOf('guideline'),
  evidenceOf('rule'),
  evidenceOf('application'),
  evidenceOf('format'),
  evidenceOf('pair'),
  evidenceOf('record'),
  evidenceOf('node'),
  evidenceOf('syllabus'),
])
export type EvidenceView = z.infer<typeof evidenceSchema>

export const readEvidenceEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/versions/{version}/evidence',
  summary: 'What the drafter of a version, or of the version it grew from, saw',
  access: 'project:annotator',
  params: projectParams.extend({ version: idSchema }),
  /** `first`: of the mentions behind each figure of a guideline only as many as a screen shows at once. */
  query: z.object({ refs: z.enum(['first', 'all']).default('all') }),
  response: evidenceSchema,
})

const appliedRule = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' })
      return z.NEVER
    }
  })
  .pipe(ruleContentSchema.pick({ scope: true, transform: true }))

export const applicationSchema = z.object({
  ordinal: z.number(),
  text: z.string(),
  question: z.string().nullable(),
  /** What the gold marks in the text. */
  spans: z.array(markSchema),
  changes: z.array(changeSchema),
  why: z.array(z.enum(hardReasons)),
})
export type ApplicationView = z.infer<typeof applicationSchema>

export const applicationsSchema = z.object({
  /** What a parameter of the transform may be, as JSON Schema; null for a rule without a transform. */
  parameterSchema: z.record(z.string(), z.unknown()).nullable(),
  /** The other forms in which the gold can be asked and the rule is obeyed. */
  views: z.array(taskFormSchema),
  items: z.array(applicationSchema),
  /** How many instances were looked through for them. */
  looked: z.number(),
})
export type ApplicationsView = z.infer<typeof applicationsSchema>

export const sampleApplicationsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/versions/{version}/applications',
  summary:
    'Instances that a rule changes, with what it changes: at random or the hardest, by seed. `rule` (JSON: scope, transform) tries other parameters',
  access: 'project:annotator',
  params: projectParams.extend({ version: idSchema }),
  query: z.object({
    order: z.enum(['random', 'hardest']).default('random'),
    seed: z.coerce.number().int().min(0).max(1_000_000).default(0),
    count: z.coerce.number().int().min(1).max(50).default(20),
    rule: appliedRule.optional(),
  }),
  response: applicationsSchema,
})

export const readApplicationEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/versions/{version}/application',
  summary: 'What an answer that a person wrote under a rule changes in the gold of its instance',
  access: 'project:annotator',
  params: projectParams.extend({ version: idSchema }),
  response: applicationSchema,
})

const annotatedParams = projectParams.extend({ version: idSchema, ordinal: pathNumberSchema })

export const readAnnotatedEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/versions/{version}/instances/{ordinal}',
  summary: 'An instance with its gold as it is stored: where writing an answer under a rule begins',
  access: 'project:annotator',
  params: annotatedParams,
  response: z.object({
    ordinal: z.number(),
    text: z.string(),
    spans: z.array(markSchema),
    gold: z.unknown(),
  }),
})

export const writeApplicationEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/versions/{version}/applications',
  summary:
    'Write the answer of one instance under a rule without a transform. It waits in the queue like every draft',
  access: 'project:annotator',
  params: projectParams.extend({ version: idSchema }),
  body: z.object({
    ordinal: z.number().int().positive().max(2_147_483_647),
    /** In the form of the corpus's gold. */
    gold: z.unknown(),
  }),
  response: z.object({ versionId: idSchema }),
})
