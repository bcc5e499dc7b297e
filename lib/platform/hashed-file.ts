import { createHash } from 'node:crypto'
import { files } from '@/lib/platform/files'

const BUFFER_BYTES = 1 << 19
/** A code unit takes at most three bytes of UTF-8; a pair of them four. */
const MOST_BYTES_A_UNIT = 3

export type WrittenFile = { key: string; bytes: number; sha256: string }

/**
 * A new text file with its SHA-256 counted while it is written. Nothing appears under the key before `commit`. `write` gives
 * a promise only when the disk must be waited for: wait for it before the next write.
 */
export type HashedFile = {
  write(text: string): Promise<void> | undefined
  /** Bytes as they are; they must not change afterwards. */
  append(bytes: Buffer): Promise<void>
  commit(): Promise<WrittenFile>
  discard(): Promise<void>
}

/** One buffer fills while the other is on its way to the disk, so a file of any size takes the memory of two. */
export async function openHashedFile(key: string): Promise<HashedFile> {
  const target = await files().write(key)
  target.stream.on('error', () => {}) // Every write hears of it by its callback.
  const hash = createHash('sha256')
  let filling = Buffer.allocUnsafe(BUFFER_BYTES)
  let spare = Buffer.allocUnsafe(BUFFER_BYTES)
  let filled = 0
  let bytes = 0
  let sending: Promise<void> = Promise.resolve()

  const send = async (chunk: Buffer): Promise<void> => {
    const before = sending
    bytes += chunk.length
    hash.update(chunk)
    sending = before.then(
      () =>
        new Promise((resolve, reject) => {
          target.stream.write(chunk, (error) => (error ? reject(error) : resolve()))
        }),
    )
    sending.catch(() => {}) // Whoever waits next hears of it.
    await before
  }
  const swap = (): Promise<void> => {
    const full = filling.subarray(0, filled)
    ;[filling, spare] = [spare, filling]
    filled = 0
    return send(full)
  }
  const writeAcross = async (text: string): Promise<void> => {
    await swap()
    if (text.length * MOST_BYTES_A_UNIT <= BUFFER_BYTES) filled = filling.write(text)
    else await send(Buffer.from(text, 'utf8'))
  }

  return {
    write(text) {
      if (filled + text.length * MOST_BYTES_A_UNIT > BUFFER_BYTES) return writeAcross(text)
      filled += filling.write(text, filled)
    },
    async append(chunk) {
      if (filled > 0) await swap()
      await send(chunk)
    },
    async commit() {
      await swap()
      await sending
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
