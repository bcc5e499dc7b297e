import { everyFormat } from '@/lib/corpora/formats/find-format'
import {
  type FileSample,
  type ImportFormatDefinition,
  isObject,
  type Recognition,
} from '@/lib/corpora/formats/model'
import { readLines } from '@/lib/corpora/formats/read-lines'
import { sampleRecords } from '@/lib/corpora/formats/sample-records'
import { excerptOf, FILE_START, type ImportFormat, importFormats } from '@/lib/corpora/model'
import { decodeStart } from '@/lib/corpora/packing/decode-start'
import { decodeText } from '@/lib/corpora/packing/decode-text'
import { detectEncoding, hasIndex } from '@/lib/corpora/packing/detect-encoding'
import type { FileReading } from '@/lib/corpora/read-corpus-file'
import { type PackingAsked, type RecognisedPacking, recognisePacking } from '@/lib/corpora/recognise-packing'
import { AppError } from '@/lib/platform/errors'
import type { TaskForm } from '@/lib/tasks/model'

/** What a person said of a file; the rest is told from its content. */
export type Asked = PackingAsked & {
  format?: ImportFormat
  taskForm?: TaskForm
  options?: Record<string, unknown>
}

/**
 * How a file is to be read, and what else it could be: formats by certainty, the task forms of the chosen one, the files of an
 * archive of which one is read.
 */
export type RecognisedFile = FileReading & {
  formats: ImportFormat[]
  taskForms: TaskForm[]
  entries: string[]
}

/** Says how a stored file is to be read, from its beginning. A format that was asked for is taken unless no text can be read at all. */
export async function recogniseFile(
  file: { fileKey: string; fileName: string },
  asked: Asked = {},
): Promise<RecognisedFile> {
  const { found, sample } = await openSample(file, asked)
  const known = await everyFormat()
  const candidates = importFormats
    .flatMap((name) => {
      const found = known[name].recognise(sample)
      return found ? [{ name, ...found }] : []
    })
    .sort((a, b) => b.certainty - a.certainty)
  const chosen = asked.format
    ? forced(known[asked.format], candidates)
    : candidates.find(({ certainty }) => certainty > 0)
  if (!chosen) throw unknownKind(sample)
  const { name: format, taskForms } = chosen
  const { [format]: definition } = known
  const options = optionsFor(definition, { ...(chosen.options as object), ...asked.options })
  const taskForm = asked.taskForm ?? definition.taskFormOf?.(options) ?? taskForms[0]!
  const own = definition.taskForms
  if (!own.includes(taskForm)) throw otherForm(format, taskForm)
  return {
    ...{ packing: found.packing, format, taskForm, options, entries: found.choices },
    formats: candidates.filter(({ certainty }) => certainty > 0).map(({ name }) => name),
    taskForms: [...new Set([...taskForms, ...own])],
  }
}

/** How a stored file is packed, and its beginning for recognition. */
export async function openSample(
  file: { fileKey: string; fileName: string },
  asked: Asked,
): Promise<{ found: RecognisedPacking; sample: FileSample }> {
  const known = await everyFormat()
  const formats = asked.format ? [known[asked.format]] : Object.values(known)
  const found = await recognisePacking(file.fileKey, asked, (names) => areReadTogether(names, formats))
  return { found, sample: await readSample(found, file.fileName) }
}

/** Do files of these names belong together, for any of these formats? */
function areReadTogether(names: readonly string[], formats: readonly ImportFormatDefinition[]): boolean {
  return formats.some(({ readsTogether }) => readsTogether?.(names))
}

type Candidate = Recognition<unknown> & { name: ImportFormat }

function forced(
  { name, options, taskForms }: ImportFormatDefinition,
  candidates: readonly Candidate[],
): Candidate {
  const found = candidates.find((candidate) => candidate.name === name)
  if (found) return found
  return { name, certainty: 0, taskForms, options: options.parse({}) }
}

/** What was told from the content, and over it what a person said. */
function optionsFor({ name, options }: ImportFormatDefinition, said: Record<string, unknown>): unknown {
  const result = options.safeParse(said)
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  throw new AppError('invalid', `These options do not fit the format ${name}: ${faults}.`, {
    reason: 'options-invalid',
    params: { format: name, faults },
  })
}

function otherForm(format: ImportFormat, taskForm: TaskForm): AppError {
  return new AppError('invalid', `Files of the format ${format} hold no gold of the task form ${taskForm}.`, {
    reason: 'task-form-not-in-format',
    params: { format, taskForm },
  })
}

async function readSample(found: RecognisedPacking, fileName: string): Promise<FileSample> {
  const { bytes, isWhole, together, packing, tail } = found
  if (hasIndex(bytes)) return { fileName, text: '', lines: [], isWhole, bytes, tail, entries: [] }
  refuseOtherKinds(bytes)
  const start = decodeStart(bytes, packing.encoding)
  const text = packing.endsWithReturn ? start.replaceAll('\r', '\n') : start
  const lines = await sampleLines(decodeText(once(bytes), packing), isWhole)
  if (lines.length === 0) throw new AppError('invalid', 'The file is empty.', { reason: 'file-empty' })
  return { fileName, text, lines, isWhole, bytes, entries: together }
}

const SHOWN_KEYS = 12

/** What people send by mistake, with what to do instead. */
function unknownKind(sample: FileSample): AppError {
  const first = sample.lines[0]?.trim() ?? ''
  if (first.startsWith('<')) return otherKind('XML or HTML', 'Export it as CoNLL or JSONL first.')
  const records = sampleRecords(sample)?.records.map(({ value }) => value) ?? []
  if (records.some(isGuideline)) return guidelinesOnly()
  const keys = [...new Set(records.filter(isObject).flatMap(Object.keys))]
  if (keys.length > 0) return otherRecords(keys)
  return new AppError(
    'invalid',
    'No format that Gloss reads was recognised in this file. Nothing was kept; choose the format if you know it.',
    { reason: 'format-unknown' },
  )
}

/** What a label means, and no texts that carry it. */
function isGuideline(record: unknown): boolean {
  return isObject(record) && 'named_entity' in record && ('gpt_answer' in record || 'definition' in record)
}

function guidelinesOnly(): AppError {
  return new AppError(
    'invalid',
    'This file holds guidelines: what each label means, and no labelled texts. Nothing was kept; import the texts, and enter guidelines as drafts.',
    { reason: 'guidelines-only' },
  )
}

function otherRecords(keys: readonly string[]): AppError {
  const more = keys.length > SHOWN_KEYS ? ', …' : ''
  const shown = `${keys.slice(0, SHOWN_KEYS).map(excerptOf).join(', ')}${more}`
  return new AppError(
    'invalid',
    `This is JSON of no kind that Gloss knows: its records have the keys ${shown}. Nothing was kept; say what is what by a mapping, or choose the format.`,
    { reason: 'records-unknown', params: { keys: shown } },
  )
}

const signatures: [kind: string, bytes: number[]][] = [
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58]],
  ['UTF-32 text (save it as UTF-8)', [0xff, 0xfe, 0, 0]],
  ['UTF-32 text (save it as UTF-8)', [0, 0, 0xfe, 0xff]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['an old Office file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
]

function refuseOtherKinds(head: Buffer): void {
  const found = signatures.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte))
  if (found) throw otherKind(found[0], 'Export its content as text, one record a line, and send that.')
  if (head.length > 0 && detectEncoding(head) === null)
    throw otherKind('a binary file', 'Export its content as text, one record a line, and send that.')
}

function otherKind(kind: string, next: string): AppError {
  return new AppError('invalid', `This file looks like ${kind}. ${next}`, {
    reason: 'file-kind-unreadable',
    params: { kind },
  })
}

async function sampleLines(head: AsyncIterable<Uint8Array>, isWhole: boolean): Promise<string[]> {
  const sample: string[] = []
  for await (const lines of readLines(head, FILE_START))
    for (const { text } of lines) if (text !== null) sample.push(text)
  const complete = !isWhole && sample.length > 1 ? sample.slice(0, -1) : sample
  return complete.some((line) => line.trim() !== '') ? complete : []
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
