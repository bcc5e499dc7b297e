import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs'

export const composeRunJob = defineJob({
  name: 'compose-run',
  unit: 'instances',
  payload: z.object({ runId: z.uuid() }),
})
