import { findUpload } from '@/lib/corpora/queries'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { importTaxonomyJob } from '@/lib/taxonomy/jobs'

/** Orders the nodes of an uploaded file for the tree: all of them or, where something is wrong, none. */
export async function importTree(
  actor: ProjectActor,
  { uploadId }: { uploadId: string },
): Promise<{ jobId: string }> {
  requireRole(actor, 'lead')
  const { fileName, sha256, bytes } = await findUpload(actor, uploadId)
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    const jobId = await startJob(tx, actor, {
      job: importTaxonomyJob,
      projectId,
      subjectId: uploadId,
      payload: { projectId, uploadId, bytes: Number(bytes) },
    })
    await audit(tx, actor, {
      action: 'taxonomy.imported',
      subjectKind: 'project',
      subjectId: projectId,
      projectId,
      data: { fileName, sha256, jobId },
    })
    return { jobId }
  })
}
