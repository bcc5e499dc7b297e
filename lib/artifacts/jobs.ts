import { z } from 'zod'
import { againSchema } from '@/lib/artifacts/model'
import { carrierNameSchema } from '@/lib/formats/model'
import { defineJob } from '@/lib/platform/jobs'

export const draftGuidelinesJob = defineJob({
  name: 'draft-guidelines',
  unit: 'labels',
  payload: z.object({
    corpusId: z.uuid(),
    /** All labels of the corpus when absent. */
    labels: z.array(z.string()).optional(),
    again: againSchema,
  }),
})

export const draftFormatsJob = defineJob({
  name: 'draft-formats',
  unit: 'formats',
  payload: z.object({
    projectId: z.uuid(),
    /** All of them when absent. */
    carriers: z.array(carrierNameSchema).optional(),
    again: againSchema,
  }),
})

export const draftRulesJob = defineJob({
  name: 'draft-rules',
  unit: 'rules',
  payload: z.object({ corpusId: z.uuid(), again: againSchema }),
})
