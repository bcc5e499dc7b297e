import { finished } from 'node:stream/promises'
import { files } from '@/lib/platform/files'

/** A file as an upload leaves it. Returns its key. */
export async function storeContent(
  content: string | Uint8Array,
  fileKey = 'corpora/stored',
): Promise<string> {
  const file = await files().write(fileKey)
  file.stream.end(content)
  await finished(file.stream)
  await file.commit()
  return fileKey
}
