import { forgetUpload } from '@/lib/corpora/discard-upload'
import { db } from '@/lib/platform/db'
import { files } from '@/lib/platform/files'
import type { Actor } from '@/lib/platform/model'

const KEPT_DAYS = 7

/** Throws away the uploads that nobody imported within a week, file and row. Returns how many. */
export async function sweepUploads(actor: Actor, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  const old = await db.upload.findMany({ where: { createdAt: { lt: before } } })
  let swept = 0
  for (const upload of old) {
    const isOurs = await db.$transaction(async (tx) => {
      const imports = await tx.corpus.count({ where: { fileKey: upload.fileKey } })
      return imports === 0 && forgetUpload(tx, actor, upload)
    })
    if (!isOurs) continue
    await files().remove(upload.fileKey)
    swept++
  }
  return swept
}
