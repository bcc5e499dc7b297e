import { createHash } from 'node:crypto'
import { openTextFile, type TextFile } from '@/lib/platform/text-file'

export type WrittenFile = { key: string; bytes: number; sha256: string }

/** A new file with its SHA-256 counted while it is written. */
export type HashedFile = Omit<TextFile, 'commit'> & { commit(): Promise<WrittenFile> }

export async function openHashedFile(key: string, { gzip = false } = {}): Promise<HashedFile> {
  const hash = createHash('sha256')
  const file = await openTextFile(key, { gzip, onBytes: (bytes) => void hash.update(bytes) })
  return { ...file, commit: async () => ({ ...(await file.commit()), sha256: hash.digest('hex') }) }
}
