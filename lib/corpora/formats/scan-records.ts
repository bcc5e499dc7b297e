import {
  byteSet,
  CLOSE_LIST,
  CLOSE_OBJECT,
  findValueEnd,
  NEWLINE,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
} from '@/lib/corpora/formats/find-value-end'
import { MAX_LINE_BYTES } from '@/lib/corpora/model'

/** The way from the top of a document to a value: keys of objects, places in lists. */
export type Keys = readonly (string | number)[]

/** A value at the path, or what is wrong at a place. Lines count from 1, bytes from 0; `bytes` of a fault are its beginning. */
export type Found = { line: number; byte: number; byteEnd: number; bytes: Buffer } & (
  | { what: 'record'; keys: Keys }
  | { what: 'too-long' | 'stray' | 'cut' }
)

const COMMA = 44
const COLON = 58
/** Space, tab, line ends, and the bytes of a byte order mark. A comma only parts values; one too many or too few does no harm. */
const BETWEEN = byteSet(32, 9, 10, 13, 0xef, 0xbb, 0xbf, COMMA)
const SCALAR_ENDS = byteSet(32, 9, 10, 13, COMMA, CLOSE_LIST, CLOSE_OBJECT, OPEN_LIST, OPEN_OBJECT, QUOTE)
const STRAY_ENDS = byteSet(QUOTE, CLOSE_LIST, CLOSE_OBJECT)
const EXCERPT_BYTES = 400

type Frame = { close: number; key: string | number | null }
type State = 'between' | 'inside' | 'scalar' | 'stray' | 'over'
type Kind = 'record' | 'key' | 'other'

/**
 * Finds in the bytes of a JSON document the values at a path such as `data.*`, where `*` is any key or place; the empty path means
 * every value at the top. It only sees where values begin and end; to read them is for others. So a broken value is found too,
 * and what comes after it, as far as brackets and quotes tell. Holds one value at most, and never a giant one.
 */
export function scanRecords(path: string): { push(chunk: Uint8Array): Found[]; end(): Found[] } {
  return new Scanner(path === '' ? [] : path.split('.'))
}

class Scanner {
  private state: State = 'between'
  private found: Found[] = []
  /** The lists and objects around the value, as far as the path leads. */
  private readonly frames: Frame[] = []
  private isOver = false
  private readonly valueEnd = findValueEnd()
  /** Of the value being read: what it is for, its bytes, and where it begins. */
  private kind: Kind = 'other'
  private kept: Buffer[] = []
  private length = 0
  private start = { line: 1, byte: 0 }
  /** The byte at which the chunk begins, the line reached and where it begins, and how far lines are counted in the chunk. */
  private origin = 0
  private line = 1
  private lineStart = 0
  private counted = 0

  constructor(private readonly path: readonly string[]) {}

  push(bytes: Uint8Array): Found[] {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.counted = 0
    for (let at = 0; at < chunk.length; ) at = this[this.state](chunk, at)
    this.countLines(chunk, chunk.length)
    this.origin += chunk.length
    return this.release()
  }

  end(): Found[] {
    if (this.state === 'scalar' && this.frames.length === 0) this.finish(Buffer.alloc(0), 0)
    else if (this.state === 'stray' || this.state === 'over') this.report('stray', Buffer.alloc(0), 0)
    else if (this.state !== 'between') this.report('cut', Buffer.alloc(0), 0)
    else if (this.frames.length > 0) this.reportOpenFrames()
    return this.release()
  }

  private between(chunk: Buffer, from: number): number {
    let at = from
    while (at < chunk.length && BETWEEN[chunk[at]!]) at++
    if (at === chunk.length) return at
    const byte = chunk[at]!
    const frame = this.frames.at(-1)
    if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) return this.close(chunk, at)
    if (frame?.close !== CLOSE_OBJECT) return this.value(chunk, at)
    if (frame.key === null)
      return this.begin(chunk, at, byte === QUOTE ? ['inside', 'key'] : ['stray', 'other'])
    return byte === COLON ? at + 1 : this.value(chunk, at)
  }

  private value(chunk: Buffer, at: number): number {
    const byte = chunk[at]!
    const opens = byte === OPEN_LIST || byte === OPEN_OBJECT
    const state = opens || byte === QUOTE ? 'inside' : 'scalar'
    if (!this.isOnPath()) return this.begin(chunk, at, [state, 'other'])
    if (this.frames.length === this.path.length) return this.begin(chunk, at, [state, 'record'])
    if (this.frames.length === 0 && (!opens || this.isOver)) return this.begin(chunk, at, ['over', 'other'])
    if (!opens) return this.begin(chunk, at, [state, 'other'])
    this.frames.push(byte === OPEN_LIST ? { close: CLOSE_LIST, key: 0 } : { close: CLOSE_OBJECT, key: null })
    return at + 1
  }

  private isOnPath(): boolean {
    const frame = this.frames.at(-1)
    const wanted = this.path[this.frames.length - 1]
    return !frame || wanted === '*' || wanted === String(frame.key)
  }

  private close(chunk: Buffer, at: number): number {
    const depth = this.frames.findLastIndex(({ close }) => close === chunk[at])
    if (depth < 0 || depth < this.frames.length - 1) {
      this.begin(chunk, at, ['between', 'other'])
      this.report('stray', chunk.subarray(at, at + 1), 1)
    }
    if (depth < 0) return at + 1
    this.frames.length = depth
    this.isOver = depth === 0
    this.next()
    return at + 1
  }

  private begin(chunk: Buffer, at: number, [state, kind]: [State, Kind]): number {
    this.countLines(chunk, at)
    this.start = { line: this.line, byte: this.origin + at }
    this.state = state
    this.kind = kind
    this.kept = []
    this.length = 0
    this.valueEnd.begin(this.start.byte, this.lineStart)
    return at
  }

  /** Within a string, a list or an object: the value, or a key. */
  private inside(chunk: Buffer, from: number): number {
    const { origin, frames } = this
    const end = this.valueEnd.find(chunk, from, { origin, around: frames })
    if (end < 0) return this.keep(chunk, from)
    this.finish(chunk.subarray(from, end), end - from)
    return end
  }

  private scalar(chunk: Buffer, from: number): number {
    let end = this.length === 0 ? from + 1 : from
    while (end < chunk.length && !SCALAR_ENDS[chunk[end]!]) end++
    if (end === chunk.length) return this.keep(chunk, from)
    this.finish(chunk.subarray(from, end), end - from)
    return end
  }

  private stray(chunk: Buffer, from: number): number {
    let end = this.length === 0 ? from + 1 : from
    while (end < chunk.length && !STRAY_ENDS[chunk[end]!]) end++
    if (end === chunk.length) return this.keep(chunk, from)
    this.report('stray', chunk.subarray(from, end), end - from)
    this.state = 'between'
    return end
  }

  private over(chunk: Buffer, from: number): number {
    return this.keep(chunk, from)
  }

  private keep(chunk: Buffer, from: number): number {
    const most = this.kind === 'other' ? EXCERPT_BYTES : MAX_LINE_BYTES
    const before = this.length
    this.length += chunk.length - from
    if (this.length <= most) this.kept.push(Buffer.from(chunk.subarray(from)))
    else if (before <= most) {
      const beginning = Buffer.concat([...this.kept, chunk.subarray(from)]).subarray(0, EXCERPT_BYTES)
      this.kept = [Buffer.from(beginning)]
    }
    return chunk.length
  }

  private finish(rest: Buffer, length: number): void {
    if (this.kind === 'key') {
      this.frames.at(-1)!.key = keyOf(this.bytesWith(rest))
      this.state = 'between'
      return
    }
    const isTooLong = this.length + length > MAX_LINE_BYTES
    if (this.kind === 'record') {
      if (isTooLong) this.report('too-long', rest, length)
      else this.found.push({ what: 'record', keys: this.keys(), ...this.placeOf(rest, length) })
    }
    this.next()
  }

  private next(): void {
    this.state = 'between'
    const frame = this.frames.at(-1)
    if (frame) frame.key = typeof frame.key === 'number' ? frame.key + 1 : null
  }

  private report(what: 'too-long' | 'stray' | 'cut', rest: Buffer, length: number): void {
    const place = this.placeOf(rest, length)
    this.found.push({ what, ...place, bytes: place.bytes.subarray(0, EXCERPT_BYTES) })
  }

  private reportOpenFrames(): void {
    const place = { line: this.line, byte: this.origin, byteEnd: this.origin }
    this.found.push({ what: 'cut', ...place, bytes: Buffer.alloc(0) })
  }

  private placeOf(rest: Buffer, length: number) {
    const { line, byte } = this.start
    return { line, byte, byteEnd: byte + this.length + length, bytes: this.bytesWith(rest) }
  }

  private bytesWith(rest: Buffer): Buffer {
    return this.kept.length === 0 ? rest : Buffer.concat([...this.kept, rest])
  }

  private keys(): Keys {
    return this.frames.map(({ key }) => key!)
  }

  private countLines(chunk: Buffer, to: number): void {
    for (; this.counted < to; this.counted++)
      if (chunk[this.counted] === NEWLINE) {
        this.line++
        this.lineStart = this.origin + this.counted + 1
      }
  }

  private release(): Found[] {
    const { found } = this
    this.found = []
    return found
  }
}

function keyOf(bytes: Buffer): string {
  const written = bytes.toString('utf8')
  try {
    return String(JSON.parse(written))
  } catch {
    return written
  }
}
