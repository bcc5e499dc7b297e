import type { Writable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { files } from '@/lib/platform/files'

const BUFFER_BYTES = 1 << 19
/** Whoever looks at the begin of a file waits for so much alone. */
const FIRST_BYTES = 1 << 15
/** Of a large file, so much is on its way to the disk while more is written. */
const FLUSHED_BYTES = 1 << 26
/** A code unit takes at most three bytes of UTF-8; a pair of them four. */
const MOST_BYTES_A_UNIT = 3
const NEWLINE = 10

/**
 * A new file. Nothing appears under the key before `commit`. `write` gives a promise only when the disk must be waited for: wait
 * for it before the next write.
 */
export type TextFile = {
  write(text: string): Promise<void> | undefined
  /** The same with the end of a line behind it, which costs no copy of the text. */
  writeLine(text: string): Promise<void> | undefined
  /** Bytes as they are; they must not change afterwards. */
  append(bytes: Buffer): Promise<void>
  commit(): Promise<{ key: string; bytes: number }>
  discard(): Promise<void>
}

type Writing = {
  gzip?: boolean
  /** Gets every byte as the file will hold it. */
  onBytes?(bytes: Buffer): void
}

/** One buffer fills while the other is on its way to the disk, so a file of any size takes the memory of two. */
export async function openTextFile(key: string, how: Writing = {}): Promise<TextFile> {
  const target = await openTarget(key, how)
  let filling = Buffer.allocUnsafe(BUFFER_BYTES)
  let spare = Buffer.allocUnsafe(BUFFER_BYTES)
  let filled = 0
  let most = FIRST_BYTES
  let sending: Promise<void> = Promise.resolve()

  const send = async (chunk: Buffer): Promise<void> => {
    const before = sending
    sending = before.then(() => target.send(chunk))
    sending.catch(() => {}) // Whoever waits next hears of it.
    await before
  }
  const swap = (): Promise<void> => {
    const full = filling.subarray(0, filled)
    ;[filling, spare] = [spare, filling]
    filled = 0
    most = BUFFER_BYTES
    return send(full)
  }
  const writeAcross = async (text: string): Promise<void> => {
    await swap()
    if (text.length * MOST_BYTES_A_UNIT <= BUFFER_BYTES) filled = filling.write(text)
    else await send(Buffer.from(text, 'utf8'))
  }

  return {
    write(text) {
      if (filled + text.length * MOST_BYTES_A_UNIT > most) return writeAcross(text)
      filled += filling.write(text, filled)
    },
    writeLine(text) {
      if (filled + text.length * MOST_BYTES_A_UNIT >= most) return writeAcross(`${text}\n`)
      filled += filling.write(text, filled)
      filling[filled++] = NEWLINE
    },
    async append(chunk) {
      if (filled > 0) await swap()
      await send(chunk)
    },
    async commit() {
      await swap()
      await sending
      return target.commit()
    },
    discard: () => target.discard(),
  }
}

/** Where chunks go in the end: packed if asked for, counted, to the disk. */
async function openTarget(key: string, { gzip = false, onBytes }: Writing) {
  const target = await files().write(key)
  let bytes = 0
  target.stream.on('error', () => {}) // Every write hears of it by its callback.
  let flushed = 0
  let isFlushing = false
  let flushing: Promise<void> = Promise.resolve()
  const flush = async (): Promise<void> => {
    isFlushing = true
    flushed = bytes
    await target.flush()
    isFlushing = false
  }
  const put = async (chunk: Buffer): Promise<void> => {
    bytes += chunk.length
    onBytes?.(chunk)
    await written(target.stream, chunk)
    if (isFlushing || bytes - flushed < FLUSHED_BYTES) return
    flushing = flush()
    flushing.catch(() => {}) // `commit` hears of it, and none follows.
  }
  const packer = gzip ? createGzip() : null
  const packed = packer && copyAll(packer, put)
  packed?.catch((error) => packer?.destroy(error as Error))
  packer?.on('error', () => {})
  return {
    send: (chunk: Buffer) => (packer ? written(packer, chunk) : put(chunk)),
    async commit(): Promise<{ key: string; bytes: number }> {
      packer?.end()
      await packed
      await new Promise<void>((resolve, reject) => {
        target.stream.once('error', reject)
        target.stream.end(resolve)
      })
      await flushing
      await target.commit()
      return { key, bytes }
    },
    async discard(): Promise<void> {
      packer?.destroy()
      await target.discard()
    },
  }
}

async function copyAll(from: AsyncIterable<Buffer>, put: (chunk: Buffer) => Promise<void>): Promise<void> {
  for await (const chunk of from) await put(chunk)
}

function written(stream: Writable, chunk: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(chunk, (error) => (error ? reject(error) : resolve()))
  })
}
