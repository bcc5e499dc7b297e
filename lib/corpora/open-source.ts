import type { Source } from '@/lib/corpora/formats/model'
import type { Packing } from '@/lib/corpora/model'
import { entryUnknown, isDataFile } from '@/lib/corpora/packing/choose-entry'
import { decodeText } from '@/lib/corpora/packing/decode-text'
import { limitUnpacked } from '@/lib/corpora/packing/limit-unpacked'
import type { OpenFile, StoredFile } from '@/lib/corpora/packing/model'
import { unpackGzip } from '@/lib/corpora/packing/unpack-gzip'
import { files } from '@/lib/platform/files'

/** A stored file for reading, its packing undone on the way. */
export async function openSource(fileKey: string, packing: Packing): Promise<Source> {
  const stored = await openStored(fileKey)
  const { size, slice, position } = stored
  return {
    text: (start) => decodeText(contentOf(stored, packing, start), packing),
    async *entries() {
      for await (const { name, content } of openFiles(stored, packing))
        if (isDataFile({ name })) yield { name, bytes: decodeText(content, packing) }
    },
    size,
    slice,
    position,
  }
}

/** A stored file as it lies there. */
export async function openStored(fileKey: string): Promise<StoredFile> {
  let position = 0
  const size = (await files().size(fileKey)) ?? 0
  return {
    size,
    async *chunks(start = 0) {
      position = start
      for await (const chunk of files().read(fileKey, { start })) {
        position += (chunk as Buffer).length
        yield chunk as Buffer
      }
    },
    async slice(start, end) {
      const chunks: Buffer[] = []
      if (end > start)
        for await (const chunk of files().read(fileKey, { start, end: end - 1 })) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks)
    },
    position: () => Math.min(position, size),
  }
}

/** The files that a stored file holds; what is no archive is its only one. The readers of archives are loaded for archives only. */
export async function* openFiles(
  stored: StoredFile,
  { container, entry }: Packing,
): AsyncGenerator<OpenFile> {
  if (container === 'zip') {
    const { readZip } = await import('@/lib/corpora/packing/read-zip')
    yield* readZip(stored, entry)
  } else if (container === 'tar' || container === 'tar-gzip') {
    const { readTar } = await import('@/lib/corpora/packing/read-tar')
    yield* readTar(container === 'tar' ? limitUnpacked(stored.chunks(), () => Infinity) : unpackGzip(stored))
  } else {
    const content = container === 'gzip' ? unpackGzip(stored) : stored.chunks()
    yield { name: '', bytes: stored.size, content }
  }
}

/** The bytes of the file that is read, unpacked. */
export async function* contentOf(
  stored: StoredFile,
  packing: Packing,
  start = 0,
): AsyncGenerator<Uint8Array> {
  if (packing.container === 'none') {
    yield* stored.chunks(start)
    return
  }
  for await (const { name, content } of openFiles(stored, packing)) {
    if (packing.entry !== undefined && name !== packing.entry) continue
    yield* content
    return
  }
  throw entryUnknown(packing.entry ?? '', [])
}
