import iconv from 'iconv-lite'
import type { Encoding } from '@/lib/corpora/model'

/** The beginning of a text; what is cut off in the middle of a character is left out. */
export function decodeStart(bytes: Uint8Array, encoding: Encoding): string {
  return iconv.getDecoder(encoding).write(bytes as Buffer)
}
