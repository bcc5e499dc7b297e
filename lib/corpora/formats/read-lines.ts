import { isAscii, isUtf8 } from 'node:buffer'
import { excerptOf, type LineIssue, MAX_LINE_BYTES, type ReadFrom } from '@/lib/corpora/model'

/** A line of a file without its line end. A faulty one has no text, only what can be shown of it. */
export type Line = { number: number; byteEnd: number } & (
  | { text: string; fault: null }
  | { text: null; fault: 'invalid-utf8' | 'line-too-long'; excerpt: string }
)

const NEWLINE = 10
const RETURN = 13

/** Splits bytes into lines (LF or CRLF), a chunk's worth at a time. Holds one line at most, and never a giant one. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, from: ReadFrom): AsyncGenerator<Line[]> {
  const splitter = lineSplitter(from)
  for await (const chunk of chunks) {
    const lines = splitter.push(chunk)
    if (lines.length > 0) yield lines
  }
  const last = splitter.end()
  if (last) yield [last]
}

function lineSplitter(from: ReadFrom) {
  let { byte, line } = from
  let held: Buffer[] = []
  let heldBytes = 0
  let lengthBefore = 0 // bytes of the current line that were dropped because it is too long

  function take(bytes: Buffer, decode: Decode, newline: boolean): Line {
    const length = lengthBefore + bytes.length
    byte += length + (newline ? 1 : 0)
    lengthBefore = 0
    if (length > MAX_LINE_BYTES) return faultyLine(line++, byte, bytes, 'line-too-long')
    return decodeLine(line++, byte, bytes, decode)
  }

  function hold(rest: Buffer): void {
    if (lengthBefore > 0) lengthBefore += rest.length
    else if (rest.length > 0) {
      held.push(Buffer.from(rest))
      heldBytes += rest.length
    }
    if (heldBytes <= MAX_LINE_BYTES) return
    const start = Buffer.concat(held).subarray(0, 400)
    lengthBefore = heldBytes - start.length
    held = [Buffer.from(start)]
    heldBytes = 0
  }

  function release(rest: Buffer): Buffer {
    if (held.length === 0) return rest
    const isGiant = lengthBefore > 0
    if (isGiant) lengthBefore += rest.length
    const whole = Buffer.concat(isGiant ? held : [...held, rest])
    held = []
    heldBytes = 0
    return whole
  }

  return {
    push(chunk: Uint8Array): Line[] {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      const lines: Line[] = []
      let at = bytes.indexOf(NEWLINE)
      if (at < 0) {
        hold(bytes)
        return lines
      }
      const first = release(bytes.subarray(0, at))
      lines.push(take(first, decodingOf(first), true))
      const whole = bytes.subarray(at + 1, bytes.lastIndexOf(NEWLINE) + 1)
      const decode = decodingOf(whole)
      for (let start = 0; start < whole.length; start = at + 1) {
        at = whole.indexOf(NEWLINE, start)
        lines.push(take(whole.subarray(start, at), decode, true))
      }
      hold(bytes.subarray(bytes.lastIndexOf(NEWLINE) + 1))
      return lines
    },
    end(): Line | null {
      if (held.length === 0) return null
      const rest = release(Buffer.alloc(0))
      return take(rest, decodingOf(rest), false)
    },
  }
}

type Decode = 'ascii' | 'utf8' | 'doubtful'

/** What is true of many lines need not be asked of each. */
function decodingOf(bytes: Buffer): Decode {
  if (isAscii(bytes)) return 'ascii'
  return isUtf8(bytes) ? 'utf8' : 'doubtful'
}

function decodeLine(number: number, byteEnd: number, bytes: Buffer, decode: Decode): Line {
  const end = bytes.length > 0 && bytes[bytes.length - 1] === RETURN ? bytes.length - 1 : bytes.length
  if (decode === 'ascii') return { number, byteEnd, text: bytes.toString('latin1', 0, end), fault: null }
  if (decode === 'doubtful' && !isUtf8(bytes)) return faultyLine(number, byteEnd, bytes, 'invalid-utf8')
  const text = bytes.toString('utf8', 0, end)
  const hasMark = number === 1 && text.charCodeAt(0) === 0xfeff
  return { number, byteEnd, text: hasMark ? text.slice(1) : text, fault: null }
}

function faultyLine(
  number: number,
  byteEnd: number,
  bytes: Buffer,
  fault: 'invalid-utf8' | 'line-too-long',
): Line {
  return { number, byteEnd, text: null, fault, excerpt: excerptOf(bytes.toString('utf8', 0, 400)) }
}

/** Why a faulty line was refused, for the report. */
export function faultIssue(line: Extract<Line, { text: null }>): LineIssue {
  const message =
    line.fault === 'invalid-utf8'
      ? 'This line is not UTF-8. Save the file as UTF-8 and import it again.'
      : `This line is longer than ${MAX_LINE_BYTES / 1_000_000} MB.`
  return { line: line.number, severity: 'error', code: line.fault, message, excerpt: line.excerpt }
}
