import type { RecordShape } from '@/lib/corpora/formats/model'
import { scanRecords } from '@/lib/corpora/formats/scan-records'

const JUDGED_LINES = 50

/** Where the records of a file are, from its beginning; what is known already stays. Null: this is no JSON at all. */
export function recogniseRecords(
  { text, lines }: { text: string; lines: readonly string[] },
  known: RecordShape = {},
): Required<RecordShape> | null {
  const layout = known.layout ?? layoutOf(lines)
  if (!layout) return null
  return { layout, path: layout === 'lines' ? '' : (known.path ?? findPath(Buffer.from(text))) }
}

/** JSONL, when most lines are an object or a list each. A list of objects that fills the first line is a document. */
function layoutOf(lines: readonly string[]): Required<RecordShape>['layout'] | null {
  const written = lines.filter((line) => line.trim() !== '').slice(0, JUDGED_LINES)
  const alone = written.map(parseAlone)
  const count = alone.filter((value) => value !== null).length
  const isList = Array.isArray(alone[0]) && (alone[0].length === 0 || typeof alone[0][0] === 'object')
  if (count * 2 > written.length && !(isList && count === 1)) return 'lines'
  return /^\s*[[{]/.test(written[0] ?? '') ? 'document' : null
}

function parseAlone(line: string): object | null {
  if (!/^\s*[[{]/.test(line)) return null
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/**
 * The items of the list at the top; or of the list in the object at the top, of all such lists where there are several; or else
 * what stands at the top.
 */
function findPath(bytes: Buffer): string {
  if (/^[\s\ufeff]*\[/.test(bytes.toString('utf8', 0, 1000))) return '*'
  const top = scanRecords('').push(bytes)
  if (top.length > 1) return ''
  const inner = scanRecords('*.*').push(bytes)
  const lists = inner.filter((one) => one.what === 'record' && one.keys[1] === 0 && isRecord(one.bytes))
  const names = lists.map((one) => (one.what === 'record' ? String(one.keys[0]) : ''))
  if (names.length === 0) return ''
  return names.length > 1 || names[0]!.includes('.') ? '*.*' : `${names[0]}.*`
}

const BRACE = 123

/** An object; or a text and its class in a list of two, as some write a split of theirs. */
function isRecord(bytes: Buffer): boolean {
  if (bytes[0] === BRACE) return true
  const pair = parseAlone(bytes.toString('utf8'))
  return Array.isArray(pair) && pair.length === 2 && pair.every((one) => typeof one === 'string')
}
