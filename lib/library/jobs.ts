import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs'

export const importLibraryJob = defineJob({
  name: 'import-library',
  unit: 'files',
  payload: z.object({
    projectId: z.uuid(),
    uploadId: z.uuid(),
    corpora: z.record(z.string(), z.uuid()),
  }),
})
