import type { FileSample, Source } from '@/lib/corpora/formats/model'
import { inChunks } from './bytes'

/** A stored file that is no archive, arriving in pieces of a size. */
export function sourceOf(content: Uint8Array | string, size?: number): Source {
  const bytes = Buffer.from(content as Uint8Array)
  let position = 0
  async function* read(start = 0): AsyncGenerator<Uint8Array> {
    position = start
    for await (const chunk of inChunks(bytes.subarray(start), size)) {
      position += chunk.length
      yield chunk
    }
  }
  return {
    text: read,
    async *entries() {
      yield { name: '', bytes: read() }
    },
    size: bytes.length,
    slice: async (start, end) => bytes.subarray(start, end),
    position: () => position,
  }
}

const HEAD_LENGTH = 262_144

/** The beginning of a file as recognition gets it. */
export function sampleOf(content: Uint8Array | string, fileName = 'file'): FileSample {
  const bytes = Buffer.from(content as Uint8Array).subarray(0, HEAD_LENGTH)
  const isWhole = bytes.length < HEAD_LENGTH
  const text = bytes.toString('utf8')
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  const whole = isWhole || lines.length === 1 ? lines : lines.slice(0, -1)
  return { fileName, text, lines: whole, isWhole, bytes, entries: [] }
}
