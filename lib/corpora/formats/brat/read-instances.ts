import { mapInstance } from '@/lib/corpora/formats/brat/map-instance'
import type { BratUnit, Document } from '@/lib/corpora/formats/brat/schema'
import type { Source } from '@/lib/corpora/formats/model'
import { type IssueCode, MAX_LINE_BYTES, type ReadInstances, type Reading } from '@/lib/corpora/model'
import { AppError } from '@/lib/platform/errors'
import type { TaskForm } from '@/lib/tasks/model'

/** So much is kept of files whose other half has not come yet. */
const MAX_HELD = 64_000_000

/** What is known of a document so far, by the ending of its files. */
type Parts = Map<string, string>

const standoffEndings = ['ann', 'a1', 'a2']

/** A text and all that can be there about it: more comes of given entities (.a1) as long as the archive goes on. */
function isComplete(parts: Parts): boolean {
  return parts.has('txt') && (parts.has('ann') || (parts.has('a1') && parts.has('a2')))
}

/** The documents of an archive, each as soon as its files have been met. Documents count as lines do elsewhere. */
export async function* readInstances(
  source: Source,
  given: { taskForm: TaskForm; unit: BratUnit },
): AsyncGenerator<ReadInstances> {
  const held = new Map<string, Parts>()
  let heldBytes = 0
  let number = 0
  const place = () => ({ line: ++number, lineEnd: number, byteEnd: 0 })
  const read = (stem: string, parts: Parts): ReadInstances => {
    const at = place()
    return { ...at, ...mapInstance(at.line, documentOf(stem, parts), given) }
  }
  for await (const { name, bytes } of source.entries()) {
    const [, stem, ending] = /^(.*)\.(txt|ann|a1|a2)$/.exec(name) ?? []
    if (stem === undefined || ending === undefined) continue
    const content = await readAll(bytes)
    if (content === null) {
      yield { ...place(), ...refuse(number, name, 'record-too-long', 'is no UTF-8 text of at most 10 MB.') }
      continue
    }
    const parts = held.get(stem) ?? new Map<string, string>()
    parts.set(ending, content)
    held.set(stem, parts)
    heldBytes += content.length
    if (isComplete(parts)) {
      held.delete(stem)
      for (const part of parts.values()) heldBytes -= part.length
      yield read(stem, parts)
    } else if (heldBytes > MAX_HELD) throw tooFarApart()
  }
  for (const [stem, parts] of held) {
    if (parts.has('txt') && parts.size > 1) yield read(stem, parts)
    else yield { ...place(), ...lonely(number, stem, [...parts.keys()][0]!) }
  }
}

function documentOf(name: string, parts: Parts): Document {
  const standoff = standoffEndings.flatMap((ending) => {
    const content = parts.get(ending)
    return content === undefined ? [] : [{ ending, content }]
  })
  return { name, text: parts.get('txt')!, standoff }
}

function lonely(line: number, stem: string, ending: string): Reading {
  return ending === 'txt'
    ? refuse(line, `${stem}.txt`, 'gold-missing', 'has no .ann file beside it.')
    : refuse(line, `${stem}.${ending}`, 'text-missing', 'has no .txt file beside it.')
}

function refuse(line: number, name: string, code: IssueCode, what: string): Reading {
  return {
    instances: [],
    issues: [
      { line, severity: 'error', code, message: `“${name}” ${what}`, excerpt: '', params: { at: name } },
    ],
  }
}

/** Null for what is too long, or no text. */
async function readAll(bytes: AsyncIterable<Uint8Array>): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > MAX_LINE_BYTES) return null
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks))
  } catch {
    return null
  }
}

function tooFarApart(): AppError {
  return new AppError(
    'invalid',
    'In this archive the .txt and .ann files of a document stand too far apart. Nothing was kept; pack the folder as ZIP.',
    { reason: 'archive-unsorted' },
  )
}
