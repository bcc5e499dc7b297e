import type { Container } from '@/lib/corpora/model'
import type { StoredFile } from '@/lib/corpora/packing/model'
import { isTarHeader } from '@/lib/corpora/packing/read-tar'
import { takeStart } from '@/lib/corpora/packing/take-start'
import { unpackGzip } from '@/lib/corpora/packing/unpack-gzip'

const LOOKED_AT = 1_024

/** How a stored file is packed, from its first bytes; its name proves nothing. */
export async function detectContainer(stored: StoredFile): Promise<Container> {
  const { bytes } = await takeStart(stored.chunks(), LOOKED_AT)
  const kind = packedAs(bytes)
  if (kind !== 'gzip') return kind ?? 'none'
  const unpacked = await takeStart(unpackGzip(stored), LOOKED_AT)
  return packedAs(unpacked.bytes) === 'tar' ? 'tar-gzip' : 'gzip'
}

/** The kind of archive that begins with these bytes; null for none. */
export function packedAs(bytes: Uint8Array): 'gzip' | 'zip' | 'tar' | null {
  const begin = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (begin.startsWith('\x1f\x8b')) return 'gzip'
  if (['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].includes(begin)) return 'zip'
  return isTarHeader(bytes) ? 'tar' : null
}
