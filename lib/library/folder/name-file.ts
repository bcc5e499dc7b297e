import type { LibraryKind } from '@/lib/artifacts/model'
import { FOLDERS } from '@/lib/library/folder/model'
import { sha256 } from '@/lib/platform/hash'

const LONGEST = 80
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** Where an artifact stands in the folder: a function of what it is about, on every computer a name of its own. */
export function nameFile(of: { kind: LibraryKind; corpus: string | null; key: string }): string {
  const folders = [FOLDERS[of.kind], ...(of.corpus === null ? [] : [nameOf(of.corpus)])]
  return [...folders, `${nameOf(of.key)}.yaml`].join('/')
}

/** The words of a name. Where that loses anything, such as capitals that some file systems do not tell apart, a hash says the rest. */
function nameOf(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const short = [...words].slice(0, LONGEST).join('')
  if (short !== '' && short === text && !RESERVED.test(short)) return short
  return `${short || 'item'}-${sha256(text).slice(0, 6)}`
}
