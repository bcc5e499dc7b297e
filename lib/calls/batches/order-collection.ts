import { collectBatchJob } from '@/lib/calls/jobs'
import { db } from '@/lib/platform/db'
import { startJob } from '@/lib/platform/jobs'
import { systemActor } from '@/lib/platform/model'

/** Orders the job that sends a batch and waits for it, unless one is at it. */
export async function orderCollection(batchId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM call_batch WHERE id = ${batchId}::uuid FOR UPDATE`
    const batch = await tx.callBatch.findUnique({ where: { id: batchId } })
    if (!batch || (batch.state !== 'gathered' && batch.state !== 'sent')) return
    const { projectId, jobRunId, calls } = batch
    const at = await tx.jobRun.findFirst({
      where: {
        kind: collectBatchJob.name,
        subjectId: batchId,
        state: { in: ['queued', 'running', 'retrying'] },
      },
    })
    if (at) return
    await startJob(tx, systemActor('batches'), {
      ...{ job: collectBatchJob, projectId, subjectId: batchId, payload: { batchId }, total: calls },
      ...(jobRunId !== null && { partOf: jobRunId }),
    })
  })
}
