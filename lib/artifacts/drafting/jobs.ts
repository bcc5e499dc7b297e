import { z } from 'zod'
import { askedOf, BATCHES_AT_ONCE } from '@/lib/artifacts/drafting/model'
import { draftsOrderSchema, translatedTextsSchema } from '@/lib/artifacts/drafting/schema'
import { againSchema } from '@/lib/artifacts/model'
import { defineJob } from '@/lib/platform/jobs'
import { phraseLanguageSchema } from '@/lib/tasks/model'

export const paraphraseGuidelinesJob = defineJob({
  name: 'paraphrase-guidelines',
  unit: 'labels',
  atOnce: BATCHES_AT_ONCE,
  goesOn: true,
  payload: z.object({
    ...askedOf,
    corpusId: z.uuid(),
    labels: z.array(z.string()).optional(),
    again: againSchema,
  }),
})

export const draftApplicationsJob = defineJob({
  name: 'draft-applications',
  unit: 'rows',
  atOnce: BATCHES_AT_ONCE,
  goesOn: true,
  payload: z.object({
    ...askedOf,
    versionId: z.uuid(),
    ordinals: z.array(z.number()).optional(),
    count: z.number(),
    seed: z.number(),
    candidates: z.number(),
  }),
})

export const translateTextsJob = defineJob({
  name: 'translate-texts',
  unit: 'texts',
  atOnce: BATCHES_AT_ONCE,
  goesOn: true,
  payload: z.object({
    ...askedOf,
    corpusId: z.uuid(),
    what: translatedTextsSchema,
    into: phraseLanguageSchema,
  }),
})

export const estimateDraftsJob = defineJob({
  name: 'estimate-drafts',
  unit: 'calls',
  payload: z.object({ ...askedOf, projectId: z.uuid(), order: draftsOrderSchema }),
})
