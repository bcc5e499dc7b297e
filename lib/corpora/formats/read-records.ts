import { isUtf8 } from 'node:buffer'
import type { RecordShape, Source } from '@/lib/corpora/formats/model'
import { faultIssue, type Line, readLines } from '@/lib/corpora/formats/read-lines'
import { recogniseRecords } from '@/lib/corpora/formats/recognise-records'
import { type Found, type Keys, scanRecords } from '@/lib/corpora/formats/scan-records'
import {
  excerptOf,
  type IssueCode,
  type IssueParams,
  type LineIssue,
  MAX_LINE_BYTES,
  type ReadFrom,
} from '@/lib/corpora/model'

/**
 * A record of a JSON file, or what is wrong in its place. `number` is its line in JSONL and its number in a document, where
 * `fileLine` is the line on which it begins.
 */
export type JsonRecord = { number: number; byteEnd: number; keys: Keys; fileLine: number | null } & (
  | { value: unknown; written: string; issue: null }
  | { issue: LineIssue }
)

const HEAD_BYTES = 262_144
const NO_KEYS: Keys = []

/**
 * Reads the records of a JSON file: JSONL, from any line on, or a document from its start. A record that cannot be read becomes
 * an issue and the others are read; where a document breaks off, the last record says so.
 */
export async function* readRecords(
  source: Source,
  from: ReadFrom,
  known: RecordShape = {},
): AsyncGenerator<Iterable<JsonRecord>> {
  if (known.layout === 'lines') {
    yield* readJsonLines(source.text(from.byte), from)
    return
  }
  const { head, chunks } = await peek(source.text())
  const text = head.toString('utf8')
  const shape = recogniseRecords({ text, lines: text.split('\n') }, known)
  if (shape?.layout === 'document') yield* readDocument(chunks, shape.path)
  else yield* readJsonLines(chunks, from)
}

async function* readJsonLines(
  chunks: AsyncIterable<Uint8Array>,
  from: ReadFrom,
): AsyncGenerator<Iterable<JsonRecord>> {
  for await (const lines of readLines(chunks, from)) yield parseLines(lines)
}

/** One at a time: a chunk of parsed records takes many times the room of its bytes. */
function* parseLines(lines: readonly Line[]): Generator<JsonRecord> {
  for (const line of lines) {
    const { number, byteEnd } = line
    const place = { number, byteEnd, keys: NO_KEYS, fileLine: null }
    if (line.text === null) yield { ...place, issue: faultIssue(line) }
    else if (!isBlank(line.text)) yield parseRecord(place, line.text)
  }
}

const BRACE = 123

function isBlank(text: string): boolean {
  return text.charCodeAt(0) !== BRACE && text.trim() === ''
}

type Place = Pick<JsonRecord, 'number' | 'byteEnd' | 'keys' | 'fileLine'>

function parseRecord(place: Place, written: string): JsonRecord {
  const { number, byteEnd, keys, fileLine } = place
  try {
    return { number, byteEnd, keys, fileLine, value: JSON.parse(written), written, issue: null }
  } catch (cause) {
    const what = fileLine === null ? 'line' : 'record'
    const message = `This ${what} is not JSON: ${excerptOf((cause as Error).message)}.`
    return {
      ...place,
      issue: {
        ...issueOf(place, 'not-json', message, written),
        params: { detail: excerptOf((cause as Error).message) },
      },
    }
  }
}

async function* readDocument(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
): AsyncGenerator<Iterable<JsonRecord>> {
  const scanner = scanRecords(path)
  let number = 0
  function* read(found: readonly Found[]): Generator<JsonRecord> {
    for (const one of found) yield readFound(one, ++number)
  }
  for await (const chunk of chunks) yield read(scanner.push(chunk))
  yield read(scanner.end())
}

function readFound(found: Found, number: number): JsonRecord {
  const { line, byte, byteEnd, bytes } = found
  const place = { number, byteEnd, keys: found.what === 'record' ? found.keys : NO_KEYS, fileLine: line }
  const excerpt = bytes.toString('utf8', 0, 400).trim()
  const refuse = (code: IssueCode, message: string, params?: IssueParams): JsonRecord => ({
    ...place,
    issue: { ...issueOf(place, code, message, excerpt), ...(params && { params }) },
  })
  if (found.what === 'too-long')
    return refuse('record-too-long', `This record is longer than ${MAX_LINE_BYTES / 1_000_000} MB.`)
  if (found.what === 'cut')
    return refuse('json-cut-off', cutMessage(line, byte, excerpt), { begins: line, byte })
  if (found.what === 'stray')
    return refuse(
      'json-stray',
      `In line ${line} (byte ${byte}) stands “${excerptOf(excerpt)}”, which does not belong there.`,
      { begins: line, byte, words: excerptOf(excerpt) },
    )
  if (!isUtf8(bytes))
    return refuse('invalid-utf8', 'This record is not UTF-8. Save the file as UTF-8 and import it again.')
  return parseRecord(place, bytes.toString('utf8'))
}

function cutMessage(line: number, byte: number, excerpt: string): string {
  const what = excerpt === '' ? 'in the middle' : `within what begins in line ${line} (byte ${byte})`
  return `The file ends ${what}: it is cut off. Fetch or export it again.`
}

function issueOf({ number }: Place, code: IssueCode, message: string, written: string): LineIssue {
  return { line: number, severity: 'error', code, message, excerpt: excerptOf(written) }
}

/** The beginning of a file, and all of it. */
async function peek(bytes: AsyncIterable<Uint8Array>) {
  const iterator = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  while (length < HEAD_BYTES) {
    const next = await iterator.next()
    if (next.done) break
    first.push(next.value)
    length += next.value.length
  }
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield* first
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { head: Buffer.concat(first).subarray(0, HEAD_BYTES), chunks: chunks() }
}
