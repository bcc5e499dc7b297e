import { requireAnnotatedRule } from '@/lib/artifacts/drafting/draft-applications'
import { estimateDraftsJob } from '@/lib/artifacts/drafting/jobs'
import { requireDrafter } from '@/lib/artifacts/drafting/require-drafter'
import { requireReadyCorpus } from '@/lib/artifacts/drafting/require-ready-corpus'
import type { DraftsOrder } from '@/lib/artifacts/drafting/schema'
import type { ConnectionRole } from '@/lib/connections/model'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Which role of a connection an order is for. */
export function roleOf({ what }: Pick<DraftsOrder, 'what'>): ConnectionRole {
  if (what === 'applications') return 'annotator'
  return what === 'advice' ? 'judge' : 'drafter'
}

/** Finds out what an order would cost. A job does it, as no request reads that much. */
export async function estimateDrafts(
  actor: ProjectActor,
  input: { connectionId: string; isBatch?: boolean; order: DraftsOrder },
): Promise<{ jobId: string }> {
  requireRole(actor, 'lead')
  const { connectionId, isBatch = false, order } = input
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    if ('corpus' in order && order.corpus) await requireReadyCorpus(tx, actor, order.corpus)
    if (order.what === 'applications') await requireAnnotatedRule(tx, actor, order.version)
    await requireDrafter(tx, actor, { by: { connectionId }, role: roleOf(order) })
    const jobId = await startJob(tx, actor, {
      job: estimateDraftsJob,
      projectId,
      subjectId: order.what,
      payload: { connectionId, isBatch, projectId, order },
    })
    await audit(tx, actor, {
      action: 'estimate.ordered',
      subjectKind: 'project',
      subjectId: projectId,
      projectId,
      data: { jobId, what: order.what, connectionId },
    })
    return { jobId }
  })
}
