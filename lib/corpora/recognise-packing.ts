import type { Encoding, Packing } from '@/lib/corpora/model'
import { contentOf, openFiles, openStored } from '@/lib/corpora/open-source'
import { chooseEntry, isDataFile } from '@/lib/corpora/packing/choose-entry'
import { decodeStart } from '@/lib/corpora/packing/decode-start'
import { detectContainer, packedAs } from '@/lib/corpora/packing/detect-container'
import { detectEncoding, hasIndex } from '@/lib/corpora/packing/detect-encoding'
import type { PackedFile, StoredFile } from '@/lib/corpora/packing/model'
import { listZip } from '@/lib/corpora/packing/read-zip'
import { takeStart } from '@/lib/corpora/packing/take-start'
import { AppError } from '@/lib/platform/errors'

/** So much of a file's beginning decides how all of it is read; the same file is always read in the same way. */
const HEAD_BYTES = 262_144
/** So much of a tar is unpacked to see which files it holds: it has no directory. */
const LISTED_BYTES = 32_000_000
const TAIL_BYTES = 1_000_000
const SHOWN_ENTRIES = 200

export type PackingAsked = { entry?: string; encoding?: Encoding }

/** How a stored file is packed, and the beginning of what is read: of one file, or of all of an archive that is read as a whole. */
export type RecognisedPacking = {
  packing: Packing
  /** The files to choose from, where one of several is read. */
  choices: string[]
  /** The files of an archive that is read as a whole. */
  together: string[]
  bytes: Buffer
  isWhole: boolean
  /** The last bytes of a file that is stored as it is and has its index there. */
  tail: Buffer | undefined
}

/** Says how a stored file is packed, from its beginning. `isOne`: do files of these names belong together? */
export async function recognisePacking(
  fileKey: string,
  asked: PackingAsked,
  isOne: (names: readonly string[]) => boolean,
): Promise<RecognisedPacking> {
  const stored = await openStored(fileKey)
  const container = await detectContainer(stored)
  const packing: Packing = { container, encoding: 'utf-8' }
  const files = await listFiles(stored, packing)
  const names = files.map(({ name }) => name)
  const together = asked.entry === undefined && isOne(names) ? names : []
  if (isArchive(packing) && together.length === 0)
    packing.entry =
      container === 'zip' ? chooseEntry(files, asked.entry) : (asked.entry ?? chooseEntry(files))
  const { bytes, isWhole } = await takeStart(
    together.length ? contentOfAll(stored, packing) : contentOf(stored, packing),
    HEAD_BYTES,
  )
  if (container !== 'none' && packedAs(bytes)) throw nested(packing.entry)
  Object.assign(packing, encodingOf(bytes, asked.encoding))
  if (endsWithReturn(decodeStart(bytes, packing.encoding))) packing.endsWithReturn = true
  const { size } = stored
  const tail =
    container === 'none' && hasIndex(bytes)
      ? await stored.slice(Math.max(0, size - TAIL_BYTES), size)
      : undefined
  const choices = together.length ? [] : names.slice(0, SHOWN_ENTRIES)
  return { packing, choices, together, bytes, isWhole, tail }
}

function isArchive({ container }: Packing): boolean {
  return container !== 'none' && container !== 'gzip'
}

async function listFiles(stored: StoredFile, packing: Packing): Promise<PackedFile[]> {
  if (!isArchive(packing)) return []
  if (packing.container === 'zip') return (await listZip(stored)).filter(isDataFile)
  const files: PackedFile[] = []
  let seen = 0
  for await (const { name, bytes } of openFiles(stored, packing)) {
    if (isDataFile({ name })) files.push({ name, bytes })
    seen += bytes + 512
    if (seen > LISTED_BYTES) break
  }
  return files
}

async function* contentOfAll(stored: StoredFile, packing: Packing): AsyncGenerator<Uint8Array> {
  for await (const { name, content } of openFiles(stored, packing)) if (isDataFile({ name })) yield* content
}

/** What is no text at all is left as it is; the formats say whether they know it. */
function encodingOf(bytes: Buffer, asked?: Encoding): Pick<Packing, 'encoding' | 'isGuess'> {
  if (asked) return { encoding: asked }
  const found = detectEncoding(bytes)
  if (!found) return { encoding: 'utf-8' }
  return found.isGuess ? found : { encoding: found.encoding }
}

function endsWithReturn(text: string): boolean {
  return text.includes('\r') && !text.includes('\n')
}

function nested(entry: string | undefined): AppError {
  const name = entry ?? 'the file'
  return new AppError(
    'invalid',
    `What is packed here (${name}) is packed once more. Nothing was kept; unpack the outer one and import the inner one.`,
    { reason: 'archive-nested', params: { name } },
  )
}
