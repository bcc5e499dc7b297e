import { isUtf8 } from 'node:buffer'
import { findFormat } from '@/lib/corpora/formats/find-format'
import type { FileSample, Recognition, Source } from '@/lib/corpora/formats/model'
import { readLines } from '@/lib/corpora/formats/read-lines'
import { FILE_START, type ImportFormat, importFormats, type Packing } from '@/lib/corpora/model'
import { openSource } from '@/lib/corpora/open-source'
import type { FileReading } from '@/lib/corpora/read-corpus-file'
import { AppError } from '@/lib/platform/errors'
import type { TaskForm } from '@/lib/tasks/model'

/** So much of a file's beginning decides how all of it is read; the same file is always read in the same way. */
const HEAD_BYTES = 262_144

const SAMPLE_LINES = 400

/** What a person said of a file; the rest is told from its content. */
export type Asked = { format?: ImportFormat; taskForm?: TaskForm }

/** How a file is to be read, and what else it could be: formats by certainty, and the task forms of the chosen one. */
export type RecognisedFile = FileReading & { formats: ImportFormat[]; taskForms: TaskForm[] }

/** Says how a stored file is to be read, from its beginning. A format that was asked for is taken unless no text can be read at all. */
export async function recogniseFile(
  file: { fileKey: string; fileName: string },
  asked: Asked = {},
): Promise<RecognisedFile> {
  const packing: Packing = { container: 'none', encoding: 'utf-8' }
  const sample = await readSample(await openSource(file.fileKey, packing), file.fileName)
  const candidates = importFormats
    .flatMap((name) => {
      const found = findFormat(name).recognise(sample)
      return found ? [{ name, ...found }] : []
    })
    .sort((a, b) => b.certainty - a.certainty)
  const chosen = asked.format ? forced(asked.format, candidates) : candidates[0]
  if (!chosen) throw unknownKind(sample.lines.slice(0, SAMPLE_LINES))
  const { name: format, options, taskForms } = chosen
  const taskForm = asked.taskForm ?? taskForms[0]!
  const own = findFormat(format).taskForms
  if (!own.includes(taskForm)) throw otherForm(format, taskForm)
  return {
    ...{ packing, format, taskForm, options },
    formats: candidates.map(({ name }) => name),
    taskForms: [...new Set([...taskForms, ...own])],
  }
}

type Candidate = Recognition<unknown> & { name: ImportFormat }

function forced(name: ImportFormat, candidates: readonly Candidate[]): Candidate {
  const found = candidates.find((candidate) => candidate.name === name)
  if (found) return found
  const { options, taskForms } = findFormat(name)
  return { name, certainty: 0, taskForms, options: options.parse({}) }
}

function otherForm(format: ImportFormat, taskForm: TaskForm): AppError {
  return new AppError('invalid', `Files of the format ${format} hold no gold of the task form ${taskForm}.`, {
    reason: 'task-form-not-in-format',
    params: { format, taskForm },
  })
}

async function readSample(source: Source, fileName: string): Promise<FileSample> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of source.text()) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= HEAD_BYTES) break
  }
  const isWhole = length < HEAD_BYTES
  const bytes = Buffer.concat(chunks).subarray(0, HEAD_BYTES)
  refuseOtherKinds(bytes)
  const lines = await sampleLines(bytes, isWhole)
  if (lines.length === 0) throw new AppError('invalid', 'The file is empty.', { reason: 'file-empty' })
  return { fileName, text: bytes.toString('utf8'), lines, isWhole, bytes, entries: [] }
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

async function sampleLines(head: Buffer, isWhole: boolean): Promise<string[]> {
  const sample: string[] = []
  for await (const lines of readLines(once(head), FILE_START))
    for (const { text } of lines) if (text !== null) sample.push(text)
  const complete = !isWhole && sample.length > 1 ? sample.slice(0, -1) : sample
  return complete.some((line) => line.trim() !== '') ? complete : []
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
