import { openStored } from '@/lib/corpora/open-source'
import { detectContainer } from '@/lib/corpora/packing/detect-container'
import { readZip } from '@/lib/corpora/packing/read-zip'
import { uploadUnknown } from '@/lib/corpora/queries'
import { MOST_FILE_BYTES } from '@/lib/library/folder/model'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

/** A file of a folder; `text` is null for one that is too large to be of a library. */
export type FoundFile = { path: string; text: string | null }

/** The files of artifacts in an uploaded archive, by path. Whatever else lies there is left alone. */
export async function readFolder(projectId: string, uploadId: string): Promise<FoundFile[]> {
  const upload = await db.upload.findFirst({ where: { id: uploadId, projectId } })
  if (!upload) throw uploadUnknown()
  const stored = await openStored(upload.fileKey)
  if ((await detectContainer(stored)) !== 'zip')
    throw new AppError('invalid', 'A library comes as a folder in a ZIP. This is none.', {
      reason: 'library-not-zip',
    })
  const found: FoundFile[] = []
  for await (const { name, bytes, content } of readZip(stored)) {
    if (!IS_ARTIFACT.test(name) || IS_ABOUT.test(name)) continue
    found.push({ path: name, text: bytes > MOST_FILE_BYTES ? null : await textOf(content) })
  }
  if (found.length === 0)
    throw new AppError('invalid', 'There is no file of a library in this archive.', {
      reason: 'library-empty',
    })
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

const IS_ARTIFACT = /\.ya?ml$/i
const IS_ABOUT = /(^|\/)(\.[^/]*|__MACOSX\/.*|library\.yaml)$/i

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of content) {
    bytes += chunk.length
    if (bytes > MOST_FILE_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
