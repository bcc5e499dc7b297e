import { createHash } from 'node:crypto'
import { files } from '@/lib/platform/files'

const CHUNK = 1 << 18

export type WrittenFile = { key: string; bytes: number; sha256: string }

/**
 * A new text file with its SHA-256 counted while it is written. Text gathers in chunks; `write` returns a promise only when
 * the disk is to be waited for. Nothing appears under the key before `commit`.
 */
export type HashedFile = {
  write(text: string): Promise<void> | undefined
  commit(): Promise<WrittenFile>
  discard(): Promise<void>
}

export async function openHashedFile(key: string): Promise<HashedFile> {
  const target = await files().write(key)
  const hash = createHash('sha256')
  let gathered: string[] = []
  let length = 0
  let bytes = 0
  let writing: Promise<void> = Promise.resolve()

  const send = (): Promise<void> => {
    const chunk = Buffer.from(gathered.join(''), 'utf8')
    gathered = []
    length = 0
    bytes += chunk.length
    hash.update(chunk)
    // One chunk is on its way to the disk while the next gathers.
    const before = writing
    writing = before.then(
      () =>
        new Promise((resolve, reject) => {
          target.stream.write(chunk, (error) => (error ? reject(error) : resolve()))
        }),
    )
    writing.catch(() => {})
    return before
  }
  target.stream.on('error', () => {}) // Every write hears of it by its callback.

  return {
    write(text) {
      gathered.push(text)
      length += text.length
      return length >= CHUNK ? send() : undefined
    },
    async commit() {
      await send()
      await writing
      await new Promise<void>((resolve, reject) => {
        target.stream.once('error', reject)
        target.stream.end(resolve)
      })
      await target.commit()
      return { key, bytes, sha256: hash.digest('hex') }
    },
    discard: () => target.discard(),
  }
}
