import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs'

export const importCorpusJob = defineJob({
  name: 'import-corpus',
  unit: 'bytes',
  payload: z.object({ corpusId: z.uuid() }),
})
