import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs'

export const exportRunJob = defineJob({
  name: 'export-run',
  unit: 'records',
  payload: z.object({ exportId: z.uuid() }),
})
