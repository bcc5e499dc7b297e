import { z } from 'zod'
import { armSchema } from '@/lib/artifacts/comparisons/model'
import { askedOf } from '@/lib/artifacts/drafting/model'
import { againSchema } from '@/lib/artifacts/model'
import { carrierNameSchema } from '@/lib/formats/model'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'
import { phraseLanguageSchema } from '@/lib/tasks/model'

const corpusParams = projectParams.extend({ corpus: idSchema })
const versionParams = projectParams.extend({ version: idSchema })
const labelsSchema = z.array(z.string().min(1).max(200)).max(1000).optional()
const started = z.object({ jobId: idSchema })

const paraphraseOrder = {
  labels: labelsSchema,
  /** `all`: also those that have enough further wordings. */
  again: againSchema.default('never'),
}

export const paraphraseGuidelinesEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/corpora/{corpus}/paraphrases/drafts',
  summary:
    'Ask models for further wordings of approved guidelines, in both languages. Each becomes a draft of its guideline’s next version',
  access: 'project:lead',
  params: corpusParams,
  body: z.object({ ...askedOf, ...paraphraseOrder }),
  response: started,
})

const applicationOrder = {
  /** These instances; without them, so many that have what the rule speaks about, drawn by the seed. */
  ordinals: z.array(z.number().int().positive().max(2_147_483_647)).min(1).max(1000).optional(),
  count: z.number().int().min(1).max(1000).default(20),
  seed: z.number().int().min(0).max(1_000_000).default(0),
  /** So often each instance is asked for; different answers are kept beside the draft. */
  candidates: z.number().int().min(1).max(5).default(3),
}

export const draftApplicationsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/versions/{version}/applications/drafts',
  summary:
    'Ask models for the answers of instances under an approved rule without a transform. Each waits for review with its other candidates',
  access: 'project:lead',
  params: versionParams,
  body: z.object({ ...askedOf, ...applicationOrder }),
  response: started,
})

/** Which texts of a corpus are translated: names of its labels, statements of its rules, definitions as further wordings. */
export const translatedTexts = ['label-names', 'statements', 'paraphrases'] as const
export const translatedTextsSchema = z.enum(translatedTexts)
export type TranslatedTexts = z.infer<typeof translatedTextsSchema>

const translationOrder = {
  what: translatedTextsSchema,
  /** Into this language, from the other. */
  into: phraseLanguageSchema,
}

export const translateTextsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/corpora/{corpus}/translations',
  summary:
    'Ask models for translations: of label names as suggestions, of approved statements and definitions as drafts',
  access: 'project:lead',
  params: corpusParams,
  body: z.object({ ...askedOf, ...translationOrder }),
  response: started,
})

const orders = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('guidelines'),
    corpus: idSchema,
    labels: labelsSchema,
    again: againSchema.default('never'),
    /** As one of two drafters that are compared: all of the labels, by this model and version of the prompt. */
    arm: armSchema.omit({ connectionId: true }).optional(),
  }),
  z.object({
    what: z.literal('rules'),
    corpus: idSchema,
    labels: labelsSchema,
    again: againSchema.default('never'),
  }),
  z.object({
    what: z.literal('formats'),
    carriers: z.array(carrierNameSchema).min(1).max(10).optional(),
    again: againSchema.default('never'),
  }),
  z.object({ what: z.literal('paraphrases'), corpus: idSchema, ...paraphraseOrder }),
  z.object({ what: z.literal('applications'), version: idSchema, ...applicationOrder }),
  z.object({
    what: z.literal('translations'),
    corpus: idSchema,
    texts: translatedTextsSchema,
    into: phraseLanguageSchema,
  }),
  z.object({ what: z.literal('advice'), corpus: idSchema.optional() }),
])
export const draftsOrderSchema = orders
export type DraftsOrder = z.infer<typeof draftsOrderSchema>

export const estimateDraftsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/drafts/estimates',
  summary:
    'Find out what drafts would cost before they are ordered: a job writes the real questions, sends none of them, and has an estimate as its result',
  access: 'project:lead',
  params: projectParams,
  body: z.object({ ...askedOf, order: draftsOrderSchema }),
  response: started,
})
