import { findUpload } from '@/lib/corpora/queries'
import type { FolderInput } from '@/lib/library/folder/schema'
import { importLibraryJob } from '@/lib/library/jobs'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Orders drafts of what is new or changed in an uploaded folder. */
export async function importLibrary(
  actor: ProjectActor,
  { uploadId, corpora }: FolderInput,
): Promise<{ jobId: string }> {
  requireRole(actor, 'lead')
  const { fileName, sha256 } = await findUpload(actor, uploadId)
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    const jobId = await startJob(tx, actor, {
      job: importLibraryJob,
      projectId,
      subjectId: uploadId,
      payload: { projectId, uploadId, corpora },
    })
    await audit(tx, actor, {
      action: 'library.imported',
      subjectKind: 'project',
      subjectId: projectId,
      projectId,
      data: { fileName, sha256, jobId },
    })
    return { jobId }
  })
}
