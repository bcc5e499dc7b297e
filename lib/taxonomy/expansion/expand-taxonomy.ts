import { refuseWhileDrafting } from '@/lib/artifacts/drafting/refuse-while-drafting'
import { requireDrafter } from '@/lib/artifacts/drafting/require-drafter'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { expandTaxonomyJob } from '@/lib/taxonomy/expansion/jobs'
import { type ExpansionOrder, WHOLE_TREE } from '@/lib/taxonomy/expansion/model'
import { requireNodes } from '@/lib/taxonomy/expansion/require-nodes'

/** Orders subjects or syllabi from models, for what is missing below some nodes. One expansion of a project at a time: two would ask the same. */
export async function expandTaxonomy(
  actor: ProjectActor,
  input: { connectionId: string; isBatch?: boolean; order: ExpansionOrder },
): Promise<{ jobId: string }> {
  requireRole(actor, 'lead')
  const { connectionId, isBatch = false, order } = input
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    await requireNodes(tx, projectId, order.nodes)
    await requireDrafter(tx, actor, { by: { connectionId }, role: 'drafter' })
    await refuseWhileDrafting(tx, { kind: expandTaxonomyJob.name, projectId })
    const jobId = await startJob(tx, actor, {
      job: expandTaxonomyJob,
      projectId,
      subjectId: order.nodes[0] ?? WHOLE_TREE,
      payload: { connectionId, isBatch, projectId, order },
    })
    await audit(tx, actor, {
      action: 'taxonomy.expanded',
      subjectKind: 'project',
      subjectId: projectId,
      projectId,
      data: { jobId, step: order.step, nodes: order.nodes.length, connectionId },
    })
    return { jobId }
  })
}
