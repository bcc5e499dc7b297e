import { judgeDraftsJob } from '@/lib/artifacts/advice/jobs'
import { refuseWhileDrafting } from '@/lib/artifacts/drafting/refuse-while-drafting'
import { requireDrafter } from '@/lib/artifacts/drafting/require-drafter'
import type { ArtifactKind } from '@/lib/artifacts/model'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Orders advice on drafts that wait. It is shown beside them; people decide. */
export async function judgeDrafts(
  actor: ProjectActor,
  input: {
    connectionId: string
    isBatch?: boolean
    corpus?: string
    kind?: ArtifactKind
    versions?: string[]
  },
): Promise<{ jobId: string }> {
  requireRole(actor, 'lead')
  const { connectionId, isBatch = false, corpus, kind, versions } = input
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    await requireDrafter(tx, actor, { by: { connectionId }, role: 'judge' })
    const subjectId = corpus ?? 'queue'
    await refuseWhileDrafting(tx, { kind: judgeDraftsJob.name, subjectId })
    const jobId = await startJob(tx, actor, {
      job: judgeDraftsJob,
      projectId,
      subjectId,
      payload: { connectionId, isBatch, projectId, corpusId: corpus, kind, versionIds: versions },
      total: versions?.length,
    })
    await audit(tx, actor, {
      action: 'advice.ordered',
      subjectKind: 'project',
      subjectId: projectId,
      projectId,
      data: { jobId, connectionId, ...(kind && { kind }), ...(corpus && { corpusId: corpus }) },
    })
    return { jobId }
  })
}
