import { z } from 'zod'
import { defineJob } from '@/lib/platform/jobs'

/** Asks another model, or connection, what a call asked. */
export const replayCallJob = defineJob({
  name: 'replay-call',
  unit: 'calls',
  atOnce: 4,
  payload: z.object({ callId: z.uuid(), connectionId: z.uuid(), model: z.string() }),
})

/** Asks once more what a call asked. */
export const sendAgainJob = defineJob({
  name: 'send-call-again',
  unit: 'calls',
  atOnce: 4,
  payload: z.object({ callId: z.uuid() }),
})

/** Gives a service a batch, waits for it however long, and keeps what came of it. */
export const collectBatchJob = defineJob({
  name: 'collect-batch',
  unit: 'calls',
  atOnce: 16,
  payload: z.object({ batchId: z.uuid() }),
})
