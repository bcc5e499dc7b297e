import { z } from 'zod'
import { askedOf, BATCHES_AT_ONCE } from '@/lib/artifacts/drafting/model'
import { artifactKindSchema } from '@/lib/artifacts/model'
import { defineJob } from '@/lib/platform/jobs'

export const judgeDraftsJob = defineJob({
  name: 'judge-drafts',
  unit: 'drafts',
  atOnce: BATCHES_AT_ONCE,
  goesOn: true,
  payload: z.object({
    ...askedOf,
    projectId: z.uuid(),
    corpusId: z.uuid().optional(),
    kind: artifactKindSchema.optional(),
    versionIds: z.array(z.uuid()).optional(),
  }),
})
