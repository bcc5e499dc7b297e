import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs'

export const composeRunJob = defineJob({
  name: 'compose-run',
  unit: 'instances',
  payload: z.object({ runId: z.uuid() }),
})

/** Work on open parts of a run, beside the job that it is for. */
export const composePartsJob = defineJob({
  name: 'compose-parts',
  unit: 'instances',
  payload: z.object({ runId: z.uuid() }),
})

/** Draws the records of a run that people look at. */
export const drawAuditJob = defineJob({
  name: 'draw-audit',
  unit: 'records',
  payload: z.object({ auditId: z.uuid() }),
})
