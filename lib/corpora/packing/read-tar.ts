import { pipeline, Readable } from 'node:stream'
import tar from 'tar-stream'
import { validateFileName } from 'yauzl'
import { MAX_ARCHIVE_FILES, type OpenFile } from '@/lib/corpora/packing/model'
import { archiveBroken, memberRefused, tooManyFiles } from '@/lib/corpora/packing/refuse-archive'

const BLOCK = 512

/** The plain files of a tar in their order, each to be read before the next. What else is in it is refused. */
export async function* readTar(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<OpenFile> {
  const extract = tar.extract()
  const end = { isMarked: false }
  pipeline(Readable.from(watchEnd(chunks, end), { objectMode: false }), extract, () => undefined)
  let files = 0
  try {
    for await (const entry of extract) {
      const { name, type, size = 0 } = entry.header
      refuseMember(name, type)
      if (++files > MAX_ARCHIVE_FILES) throw tooManyFiles()
      if (type !== 'directory')
        yield { name: name.replace(/^(\.\/)+/, ''), bytes: size, content: entry as AsyncIterable<Uint8Array> }
      entry.resume()
    }
  } catch (cause) {
    throw archiveBroken(cause)
  } finally {
    extract.destroy()
  }
  if (!end.isMarked) throw archiveBroken(new Error('its end mark is missing'))
}

/** Does this block begin a tar file? Its checksum says so, whatever dialect it is. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < BLOCK || block[0] === 0) return false
  const said = Number.parseInt(Buffer.from(block.subarray(148, 156)).toString('latin1'), 8)
  let sum = 8 * 32 // the checksum itself counts as spaces
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += block[i]!
  return said === sum
}

function refuseMember(name: string, type: tar.Header['type']): void {
  if (validateFileName(name)) throw memberRefused(name, 'a name that leads out of its folder')
  if (type === 'symlink' || type === 'link') throw memberRefused(name, 'a link')
  if (type !== 'file' && type !== 'directory' && type !== 'contiguous-file')
    throw memberRefused(name, 'no plain file')
}

/** A tar ends with blocks of zeros. One that was cut off between two files has none, and nothing else tells. */
async function* watchEnd(
  chunks: AsyncIterable<Uint8Array>,
  end: { isMarked: boolean },
): AsyncGenerator<Uint8Array> {
  let zeros = 0
  for await (const chunk of chunks) {
    let last = chunk.length - 1
    while (last >= 0 && chunk.length - last <= BLOCK && chunk[last] === 0) last--
    const own = chunk.length - 1 - last
    zeros = own === chunk.length ? zeros + own : own
    end.isMarked = zeros >= BLOCK
    yield chunk
  }
}
