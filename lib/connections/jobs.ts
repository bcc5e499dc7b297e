import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs'

export const testConnectionJob = defineJob({
  name: 'test-connection',
  unit: 'checks',
  payload: z.object({ connectionId: z.uuid() }),
})
