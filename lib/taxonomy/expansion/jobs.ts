import { z } from 'zod'
import { BATCHES_AT_ONCE } from '@/lib/artifacts/drafting/model'
import { defineJob } from '@/lib/platform/jobs'
import { expansionAsked } from '@/lib/taxonomy/expansion/model'

export const expandTaxonomyJob = defineJob({
  name: 'expand-taxonomy',
  unit: 'nodes',
  atOnce: BATCHES_AT_ONCE,
  goesOn: true,
  payload: z.object({ ...expansionAsked, projectId: z.uuid() }),
})

export const estimateExpansionJob = defineJob({
  name: 'estimate-expansion',
  unit: 'nodes',
  payload: z.object({ ...expansionAsked, projectId: z.uuid() }),
})
