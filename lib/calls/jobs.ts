import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs'

/** Asks another model, or connection, what a call asked. */
export const replayCallJob = defineJob({
  name: 'replay-call',
  unit: 'calls',
  payload: z.object({ callId: z.uuid(), connectionId: z.uuid(), model: z.string() }),
})

/** Asks once more what a call asked. */
export const sendAgainJob = defineJob({
  name: 'send-call-again',
  unit: 'calls',
  payload: z.object({ callId: z.uuid() }),
})
