import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { limitUnpacked } from '@/lib/corpora/packing/limit-unpacked'
import type { StoredFile } from '@/lib/corpora/packing/model'
import { archiveBroken } from '@/lib/corpora/packing/refuse-archive'

/** The content of a gzip file, however many members it has. */
export async function* unpackGzip(file: StoredFile): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  // The pipeline's end, good or bad, shows in the iteration below, and leaving that closes the pipeline.
  pipeline(Readable.from(file.chunks(), { objectMode: false }), gunzip, () => undefined)
  try {
    yield* limitUnpacked(gunzip, file.position)
  } catch (cause) {
    throw archiveBroken(cause)
  }
}
