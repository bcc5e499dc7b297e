import { isUtf8 } from 'node:buffer'
import { detectOptions as conllOptions } from '@/lib/corpora/formats/conll/detect-options'
import { parseRow, parseTag } from '@/lib/corpora/formats/conll/schema'
import { detectOptions as jsonlSpansOptions } from '@/lib/corpora/formats/jsonl-spans/detect-options'
import { readLines } from '@/lib/corpora/formats/read-lines'
import { FILE_START, type ImportFormat } from '@/lib/corpora/model'
import type { FileReading } from '@/lib/corpora/read-corpus-file'
import { AppError } from '@/lib/platform/errors'

/** So much of a file's beginning decides how all of it is read; the same file is always read in the same way. */
export const HEAD_BYTES = 262_144

const SAMPLE_LINES = 400

const detectOptions: Record<ImportFormat, (lines: readonly string[]) => unknown> = {
  conll: conllOptions,
  'jsonl-spans': jsonlSpansOptions,
}

/** Says how a file is to be read, from its beginning. A format that was asked for is taken unless no text can be read at all. */
export async function recogniseFormat(head: Buffer, asked?: ImportFormat): Promise<FileReading> {
  refuseOtherKinds(head)
  const lines = await sampleLines(head)
  if (lines.length === 0) throw new AppError('invalid', 'The file is empty.', { reason: 'file-empty' })
  const format = asked ?? formatOf(lines)
  return { format, options: detectOptions[format](lines) }
}

function formatOf(lines: readonly string[]): ImportFormat {
  const written = lines.filter((line) => line.trim() !== '' && !line.startsWith('-DOCSTART-'))
  const sample = written.slice(0, SAMPLE_LINES)
  const objects = sample.filter((line) => /^\s*\{\s*"/.test(line)).length
  const tagged = sample.filter((line) => parseTag(parseRow(0, line).tag ?? '') !== null).length
  if (objects > 0 && objects >= tagged) return 'jsonl-spans'
  if (tagged > 0 && tagged * 2 >= sample.length) return 'conll'
  throw unknownKind(sample)
}

/** What people send by mistake, with what to do instead. */
function unknownKind(sample: readonly string[]): AppError {
  const first = sample[0]?.trim() ?? ''
  if (first.startsWith('[') || first === '{')
    return otherKind('JSON', 'One record a line is expected (JSONL). Write each record on a line of its own.')
  if (first.startsWith('<')) return otherKind('XML or HTML', 'Export it as CoNLL or JSONL first.')
  const separators = sample.slice(0, 20).map((line) => line.split(/[,;\t]/).length)
  if (separators.length > 1 && separators[0]! > 1 && separators.every((count) => count === separators[0]))
    return otherKind('CSV', 'Entities are read from CoNLL or JSONL. Export it as one of these.')
  return new AppError(
    'invalid',
    'This is neither CoNLL (a token and a tag a line) nor JSONL (an object with a text and spans a line). Nothing was kept.',
    { reason: 'format-unknown' },
  )
}

const signatures: [kind: string, bytes: number[]][] = [
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip', [0x1f, 0x8b]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['Parquet', [0x50, 0x41, 0x52, 0x31]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
]

function refuseOtherKinds(head: Buffer): void {
  const found = signatures.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte))
  if (found) throw otherKind(found[0], 'Unpack it, or export its text as CoNLL or JSONL.')
  if (['fffe', 'feff'].includes(head.toString('hex', 0, 2)))
    throw otherKind('UTF-16', 'Save it as UTF-8 and send it again.')
  const start = head.subarray(0, 4096)
  if (start.filter((byte) => byte === 0).length * 10 > start.length)
    throw otherKind('a binary file', 'Only text files hold CoNLL or JSONL.')
  if (!isUtf8(head.subarray(0, head.lastIndexOf(10) + 1)) && !hasMostlyUtf8Lines(head))
    throw otherKind('another encoding than UTF-8', 'Save it as UTF-8 and send it again.')
}

/** A few broken lines are for the report; a file that is broken throughout was written in another encoding. */
function hasMostlyUtf8Lines(head: Buffer): boolean {
  let foreign = 0
  let broken = 0
  for (let start = 0, end = head.indexOf(10); end >= 0; start = end + 1, end = head.indexOf(10, start)) {
    const line = head.subarray(start, end)
    if (!line.some((byte) => byte > 127)) continue
    foreign++
    if (!isUtf8(line)) broken++
  }
  return broken * 2 <= foreign
}

function otherKind(kind: string, next: string): AppError {
  return new AppError('invalid', `This file looks like ${kind}. ${next}`, {
    reason: 'file-kind-unreadable',
    params: { kind },
  })
}

async function sampleLines(head: Buffer): Promise<string[]> {
  const sample: string[] = []
  for await (const lines of readLines(once(head), FILE_START))
    for (const { text } of lines) if (text !== null) sample.push(text)
  const isCut = head.length >= HEAD_BYTES
  const complete = isCut && sample.length > 1 ? sample.slice(0, -1) : sample
  return complete.some((line) => line.trim() !== '') ? complete : []
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
