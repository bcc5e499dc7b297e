import { z } from 'zod'
import { artifactKindSchema } from '@/lib/artifacts/model'
import { defineJob } from '@/lib/platform/jobs'

/** Has the drafts of a kind that wait follow the plan. */
export const applyPlanJob = defineJob({
  name: 'apply-plan',
  unit: 'drafts',
  payload: z.object({ kind: artifactKindSchema, assignedBefore: z.array(z.string()) }),
})
