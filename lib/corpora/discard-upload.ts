import { findUpload } from '@/lib/corpora/queries'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { files } from '@/lib/platform/files'
import type { Actor } from '@/lib/platform/model'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Throws away an uploaded file that was not imported. */
export async function discardUpload(
  actor: ProjectActor,
  input: { upload: string },
): Promise<Record<string, never>> {
  requireRole(actor, 'lead')
  const upload = await findUpload(actor, input.upload)
  const isOurs = await db.$transaction((tx) => forgetUpload(tx, actor, upload))
  if (isOurs) await files().remove(upload.fileKey)
  return {}
}

/**
 * Takes the row away. Where it was still there, the file is the caller's to remove once that has happened; else an import,
 * or whoever else took the row, has it.
 */
export async function forgetUpload(
  tx: Tx,
  actor: Actor,
  upload: { id: string; fileName: string; projectId: string },
): Promise<boolean> {
  const { count } = await tx.upload.deleteMany({ where: { id: upload.id } })
  if (count === 0) return false
  await audit(tx, actor, {
    action: 'upload.discarded',
    subjectKind: 'upload',
    subjectId: upload.id,
    projectId: upload.projectId,
    data: { fileName: upload.fileName },
  })
  return true
}
