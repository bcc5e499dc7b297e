import { mapInstance } from '@/lib/corpora/formats/brat/map-instance'
import type { Document } from '@/lib/corpora/formats/brat/schema'
import type { Source } from '@/lib/corpora/formats/model'
import { type IssueCode, MAX_LINE_BYTES, type ReadInstances, type Reading } from '@/lib/corpora/model'
import { AppError } from '@/lib/platform/errors'
import type { TaskForm } from '@/lib/tasks/model'

/** So much is kept of files whose other half has not come yet. */
const MAX_HELD = 64_000_000

type Half = { kind: 'txt' | 'ann'; content: string }

/** One instance a document, as soon as both of its files have been met. Documents count as lines do elsewhere. */
export async function* readInstances(source: Source, taskForm: TaskForm): AsyncGenerator<ReadInstances> {
  const held = new Map<string, Half>()
  let heldBytes = 0
  let number = 0
  const place = () => ({ line: ++number, lineEnd: number, byteEnd: 0 })
  for await (const { name, bytes } of source.entries()) {
    const [, stem, kind] = /^(.*)\.(txt|ann)$/.exec(name) ?? []
    if (stem === undefined || kind === undefined) continue
    const content = await readAll(bytes)
    if (content === null) {
      yield { ...place(), ...refuse(number, name, 'record-too-long', 'is no UTF-8 text of at most 10 MB.') }
      continue
    }
    const other = held.get(stem)
    if (!other) {
      held.set(stem, { kind: kind as Half['kind'], content })
      heldBytes += content.length
      if (heldBytes > MAX_HELD) throw tooFarApart()
      continue
    }
    held.delete(stem)
    heldBytes -= other.content.length
    const at = place()
    yield { ...at, ...mapInstance(at.line, documentOf(stem, content, other), taskForm) }
  }
  for (const [stem, { kind }] of held) {
    const [code, what] =
      kind === 'txt' ? (['gold-missing', '.ann'] as const) : (['text-missing', '.txt'] as const)
    yield { ...place(), ...refuse(number, `${stem}.${kind}`, code, `has no ${what} file beside it.`) }
  }
}

function documentOf(name: string, content: string, other: Half): Document {
  return other.kind === 'txt'
    ? { name, text: other.content, standoff: content }
    : { name, text: content, standoff: other.content }
}

function refuse(line: number, name: string, code: IssueCode, what: string): Reading {
  return {
    instances: [],
    issues: [{ line, severity: 'error', code, message: `“${name}” ${what}`, excerpt: '' }],
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
