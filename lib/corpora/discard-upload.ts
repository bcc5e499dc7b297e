import { findUpload } from '@/lib/corpora/queries'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { files } from '@/lib/platform/files'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Throws away an uploaded file that was not imported. */
export async function discardUpload(
  actor: ProjectActor,
  input: { upload: string },
): Promise<Record<string, never>> {
  requireRole(actor, 'lead')
  const upload = await findUpload(actor, input.upload)
  await db.$transaction((tx) => forgetUpload(tx, actor, upload))
  await files().remove(upload.fileKey)
  return {}
}

/** Takes the row away, if it is still there; the file is the caller's to remove once that has happened. */
export async function forgetUpload(
  tx: Tx,
  actor: ProjectActor,
  upload: { id: string; fileName: string },
): Promise<void> {
  const { count } = await tx.upload.deleteMany({ where: { id: upload.id } })
  if (count === 0) return
  await audit(tx, actor, {
    action: 'upload.discarded',
    subjectKind: 'upload',
    subjectId: upload.id,
    projectId: actor.project.id,
    data: { fileName: upload.fileName },
  })
}
