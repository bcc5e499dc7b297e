import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs'

export const compareDraftersJob = defineJob({
  name: 'compare-drafters',
  unit: 'labels',
  payload: z.object({ comparisonId: z.uuid() }),
})
