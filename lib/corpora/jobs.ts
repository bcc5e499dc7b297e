import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs'

export const importCorpusJob = defineJob({
  name: 'import-corpus',
  unit: 'bytes',
  payload: z.object({ corpusId: z.uuid() }),
})

export const surveyCorpusJob = defineJob({
  name: 'survey-corpus',
  unit: 'instances',
  payload: z.object({ corpusId: z.uuid() }),
})

export const fixCorpusJob = defineJob({
  name: 'fix-corpus',
  unit: 'instances',
  payload: z.object({ fixId: z.uuid() }),
})
