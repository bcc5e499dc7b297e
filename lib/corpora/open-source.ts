import type { Source } from '@/lib/corpora/formats/model'
import type { Packing } from '@/lib/corpora/model'
import { files } from '@/lib/platform/files'

/** A stored file for reading. */
export async function openSource(fileKey: string, _packing: Packing): Promise<Source> {
  let position = 0
  async function* read(start = 0, end?: number): AsyncGenerator<Uint8Array> {
    position = start
    for await (const chunk of files().read(fileKey, { start, end })) {
      position += (chunk as Buffer).length
      yield chunk as Buffer
    }
  }
  return {
    text: read,
    async *entries() {
      yield { name: '', bytes: read() }
    },
    size: (await files().size(fileKey)) ?? 0,
    async slice(start, end) {
      const chunks: Buffer[] = []
      for await (const chunk of files().read(fileKey, { start, end: end - 1 })) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks)
    },
    position: () => position,
  }
}
