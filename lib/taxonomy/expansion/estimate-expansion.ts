import { requireDrafter } from '@/lib/artifacts/drafting/require-drafter'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { estimateExpansionJob } from '@/lib/taxonomy/expansion/jobs'
import type { ExpansionOrder } from '@/lib/taxonomy/expansion/model'
import { requireNodes } from '@/lib/taxonomy/expansion/require-nodes'

/** Finds out what an expansion would cost. A job does it, as no request writes that many questions. */
export async function estimateExpansion(
  actor: ProjectActor,
  input: { connectionId: string; isBatch?: boolean; order: ExpansionOrder },
): Promise<{ jobId: string }> {
  requireRole(actor, 'lead')
  const { connectionId, isBatch = false, order } = input
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    await requireNodes(tx, projectId, order.nodes)
    await requireDrafter(tx, actor, { by: { connectionId }, role: 'drafter' })
    const jobId = await startJob(tx, actor, {
      job: estimateExpansionJob,
      projectId,
      subjectId: order.step,
      payload: { connectionId, isBatch, projectId, order },
    })
    await audit(tx, actor, {
      action: 'estimate.ordered',
      subjectKind: 'project',
      subjectId: projectId,
      projectId,
      data: { jobId, what: order.step, connectionId },
    })
    return { jobId }
  })
}
