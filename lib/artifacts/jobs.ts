import { z } from 'zod'
import { BATCHES_AT_ONCE, drafterChoiceSchema } from '@/lib/artifacts/drafting/model'
import { againSchema } from '@/lib/artifacts/model'
import { carrierNameSchema } from '@/lib/formats/model'
import { defineJob } from '@/lib/platform/jobs'

export const draftGuidelinesJob = defineJob({
  name: 'draft-guidelines',
  unit: 'labels',
  atOnce: BATCHES_AT_ONCE,
  goesOn: true,
  payload: z.object({
    corpusId: z.uuid(),
    /** All labels of the corpus when absent. */
    labels: z.array(z.string()).optional(),
    again: againSchema,
    by: drafterChoiceSchema.optional(),
    isBatch: z.boolean().optional(),
  }),
})

export const draftFormatsJob = defineJob({
  name: 'draft-formats',
  unit: 'formats',
  atOnce: BATCHES_AT_ONCE,
  goesOn: true,
  payload: z.object({
    projectId: z.uuid(),
    /** All of them when absent. */
    carriers: z.array(carrierNameSchema).optional(),
    again: againSchema,
    by: drafterChoiceSchema.optional(),
    isBatch: z.boolean().optional(),
  }),
})

export const draftRulesJob = defineJob({
  name: 'draft-rules',
  unit: 'rules',
  atOnce: BATCHES_AT_ONCE,
  goesOn: true,
  payload: z.object({
    corpusId: z.uuid(),
    /** For models: the labels to propose rules about. */
    labels: z.array(z.string()).optional(),
    again: againSchema,
    by: drafterChoiceSchema.optional(),
    isBatch: z.boolean().optional(),
  }),
})
