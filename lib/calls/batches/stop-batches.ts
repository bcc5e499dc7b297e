import { db } from '@/lib/platform/db'

/** Nobody waits for the batches of a job any more: what their services have not answered is not to be paid. */
export async function stopBatches(jobRunId: string): Promise<void> {
  await db.callBatch.updateMany({
    where: { jobRunId, state: { in: ['gathered', 'sent'] }, cancelAskedAt: null },
    data: { cancelAskedAt: new Date() },
  })
}
