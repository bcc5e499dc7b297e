import { openStored } from '@/lib/corpora/open-source'
import { uploadUnknown } from '@/lib/corpora/queries'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { findFormat } from '@/lib/taxonomy/outline/formats/find-format'
import { formatOfFile, MOST_BYTES, type OutlineFormat, type ReadOutline } from '@/lib/taxonomy/outline/model'

/** The tree in an uploaded file, in the format that its name tells. */
export async function readUpload(
  projectId: string,
  uploadId: string,
): Promise<ReadOutline & { fileName: string; format: OutlineFormat }> {
  const upload = await db.upload.findFirst({ where: { id: uploadId, projectId } })
  if (!upload) throw uploadUnknown()
  const stored = await openStored(upload.fileKey)
  if (stored.size > MOST_BYTES)
    throw new AppError('invalid', 'A file of a taxonomy has 64 MB at most. Split it by fields.', {
      reason: 'taxonomy-too-large',
    })
  const bytes = await stored.slice(0, stored.size)
  const { fileName } = upload
  const format = formatOfFile(fileName)
  return { ...(await findFormat(format)).readOutline(bytes.toString('utf8')), fileName, format }
}
