import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import { limitUnpacked, refuseBomb } from '@/lib/corpora/packing/limit-unpacked'
import {
  MAX_ARCHIVE_FILES,
  type OpenFile,
  type PackedFile,
  type StoredFile,
} from '@/lib/corpora/packing/model'
import { archiveBroken, memberRefused, tooManyFiles } from '@/lib/corpora/packing/refuse-archive'
import { AppError } from '@/lib/platform/errors'

/** The files of a ZIP, from its directory alone. */
export async function listZip(file: StoredFile): Promise<PackedFile[]> {
  return withZip(file, async (zip) => {
    const entries = await entriesOf(zip)
    return entries.map(({ fileName, uncompressedSize }) => ({ name: fileName, bytes: uncompressedSize }))
  })
}

/** The files of a ZIP by name, each to be read before the next; only the one of this name, if one is given. */
export async function* readZip(file: StoredFile, only?: string): AsyncGenerator<OpenFile> {
  const zip = await openZip(file)
  try {
    const entries = (await entriesOf(zip)).filter(({ fileName }) => only === undefined || fileName === only)
    const packed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0)
    refuseBomb(
      entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0),
      packed,
    )
    for (const entry of only === undefined ? entries.toSorted(byName) : entries)
      yield { name: entry.fileName, bytes: entry.uncompressedSize, content: contentOf(zip, entry) }
  } catch (cause) {
    throw zipError(cause)
  } finally {
    zip.close()
  }
}

/** Files that belong together have names that begin alike, wherever the archive put them. */
function byName(a: Entry, b: Entry): number {
  return a.fileName < b.fileName ? -1 : a.fileName > b.fileName ? 1 : 0
}

async function withZip<Result>(file: StoredFile, work: (zip: ZipFile) => Promise<Result>): Promise<Result> {
  const zip = await openZip(file)
  try {
    return await work(zip)
  } catch (cause) {
    throw zipError(cause)
  } finally {
    zip.close()
  }
}

async function openZip(file: StoredFile): Promise<ZipFile> {
  try {
    return await fromRandomAccessReaderPromise(new StoredReader(file), file.size, { autoClose: false })
  } catch (cause) {
    throw zipError(cause)
  }
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MAX_ARCHIVE_FILES) throw tooManyFiles()
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.push(entry)
  return entries
}

async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw encrypted(entry.fileName)
  let sum = 0
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of limitUnpacked(stream, () => entry.compressedSize)) {
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (cause) {
    throw zipError(cause)
  }
  if (sum !== entry.crc32) throw archiveBroken(new Error(`the checksum of “${entry.fileName}” is another`))
}

function encrypted(name: string): AppError {
  return new AppError(
    'invalid',
    `“${name}” is locked with a password. Nothing was kept; unpack the archive and import what comes out.`,
    { reason: 'archive-encrypted', params: { name } },
  )
}

function zipError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  const { message } = cause as Error
  const badName = /^(?:absolute path|invalid relative path|invalid characters in fileName): (.*)$/s.exec(
    message,
  )
  return badName ? memberRefused(badName[1]!, 'a name that leads out of its folder') : archiveBroken(cause)
}

const BLOCK = 1 << 18

/** Reads the directory a block at a time, not an entry at a time: each read opens the stored file anew. */
class StoredReader extends RandomAccessReader {
  private block: { start: number; bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) }

  constructor(private readonly file: StoredFile) {
    super()
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(rangeOf(this.file, start, end), { objectMode: false })
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.bytesAt(position, length)
      .then((bytes) => {
        if (bytes.length < length) throw new Error('unexpected EOF')
        bytes.copy(buffer, offset)
      })
      .then(() => callback(null), callback)
  }

  private async bytesAt(position: number, length: number): Promise<Buffer> {
    const { start, bytes } = this.block
    const at = position - start
    if (at >= 0 && at + length <= bytes.length) return bytes.subarray(at, at + length)
    const end = Math.min(this.file.size, position + Math.max(length, BLOCK))
    this.block = { start: position, bytes: await this.file.slice(position, end) }
    return this.block.bytes.subarray(0, length)
  }
}

async function* rangeOf(file: StoredFile, start: number, end: number): AsyncGenerator<Uint8Array> {
  let left = end - start
  for await (const chunk of file.chunks(start)) {
    yield chunk.subarray(0, left)
    left -= chunk.length
    if (left <= 0) return
  }
}
