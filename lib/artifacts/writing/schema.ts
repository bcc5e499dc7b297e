import { z } from 'zod'
import { formatContentSchema } from '@/lib/artifacts/kinds/format/content'
import { guidelineContentSchema } from '@/lib/artifacts/kinds/guideline/content'
import { ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import { applicationSchema } from '@/lib/artifacts/schema'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'
import {
  ruleFamilySchema,
  ruleScopeSchema,
  ruleTransformSchema,
  transformNameSchema,
} from '@/lib/rules/model'
import { taskFormSchema } from '@/lib/tasks/model'

const corpusParams = projectParams.extend({ corpus: idSchema })

const writtenDraftSchema = z.object({ versionId: idSchema, artifactId: idSchema })
export type WrittenDraft = z.infer<typeof writtenDraftSchema>

export const writeRuleEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/corpora/{corpus}/rules',
  summary:
    'Write a preference rule. Without a transform its answers are written and approved instance by instance',
  access: 'project:lead',
  params: corpusParams,
  body: ruleContentSchema,
  response: writtenDraftSchema,
})

export const writeGuidelineEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/corpora/{corpus}/guidelines',
  summary: 'Write the guideline of a label. It waits in the queue like every draft',
  access: 'project:lead',
  params: corpusParams,
  body: guidelineContentSchema,
  response: writtenDraftSchema,
})

export const writeFormatEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/formats',
  summary:
    'Write a format variant. It is tried on a thousand real answers, and waits in the queue like every draft',
  access: 'project:lead',
  params: projectParams,
  body: formatContentSchema,
  response: writtenDraftSchema,
})

const nextTextSchema = z.object({
  /** A content of its kind, whole. */
  content: z.record(z.string(), z.unknown()),
  /** The version that was changed: the text is refused where another was approved after it. */
  base: idSchema.optional(),
})

export const rewriteArtifactEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/library/{artifact}/versions',
  summary:
    'Change a guideline, rule or format: its next version waits in the queue; until that is approved the version before stands',
  access: 'project:lead',
  params: projectParams.extend({ artifact: idSchema }),
  body: nextTextSchema,
  response: writtenDraftSchema,
})

/** What somebody who writes about a corpus can choose from. */
const writingGroundSchema = z.object({
  taskForm: taskFormSchema,
  language: z.string(),
  labels: z.array(z.string()),
  /** Labels that have a guideline that waits or is approved. */
  guided: z.array(z.string()),
  canHaveGuidelines: z.boolean(),
  transforms: z.array(
    z.object({
      name: transformNameSchema,
      family: ruleFamilySchema,
      /** What a parameter may be, as JSON Schema. */
      parameterSchema: z.record(z.string(), z.unknown()),
      /** Parameters to begin with. */
      parameters: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type WritingGround = z.infer<typeof writingGroundSchema>

export const readWritingGroundEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/corpora/{corpus}/rules/transforms',
  summary:
    'What a rule about a corpus can do: its labels, and the transforms of its task form with their parameters',
  access: 'project:annotator',
  params: corpusParams,
  response: writingGroundSchema,
})

const wordingsSchema = z.object({ en: z.array(z.string()), zh: z.array(z.string()) })

export const rulePreviewSchema = z.object({
  /** What the rule says in its transform's own words. */
  statements: wordingsSchema,
  /** What was looked at: of a large corpus, instances from all over it. */
  looked: z.number(),
  instances: z.number(),
  /** Of these: instances that have what the rule talks about, instances and answers that it changes. */
  concerned: z.number(),
  touched: z.number(),
  changed: z.number(),
  answers: z.number(),
  samples: z.array(applicationSchema),
})
export type RulePreview = z.infer<typeof rulePreviewSchema>

export const previewRuleEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/corpora/{corpus}/rules/preview',
  summary:
    'What a rule with a transform would say and change, on instances from all over the corpus; writes nothing',
  access: 'project:annotator',
  params: corpusParams,
  body: z.object({ scope: ruleScopeSchema, transform: ruleTransformSchema }),
  response: rulePreviewSchema,
})

export const proposeTypedEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/library/{artifact}/typed',
  summary:
    'Keep a text that was typed over a draft which others decided meanwhile: as the next version it waits in the queue',
  access: 'project:annotator',
  sessionOnly: true,
  params: projectParams.extend({ artifact: idSchema }),
  body: nextTextSchema.required({ base: true }),
  response: writtenDraftSchema,
})
