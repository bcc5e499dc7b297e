export const QUOTE = 34
export const NEWLINE = 10
export const OPEN_LIST = 91
export const CLOSE_LIST = 93
export const OPEN_OBJECT = 123
export const CLOSE_OBJECT = 125
const BACKSLASH = 92

const TELLING = byteSet(QUOTE, NEWLINE, OPEN_LIST, OPEN_OBJECT, CLOSE_LIST, CLOSE_OBJECT)
const STRING_TELLING = byteSet(QUOTE, NEWLINE, BACKSLASH)
/** More open brackets than any document has are not remembered. */
const MAX_DEPTH = 1_000_000

/** Where in the file the chunk begins, and the closing brackets that what is around the value waits for. */
type Surroundings = { origin: number; around: readonly { close: number }[] }

/** Finds the end of one JSON string, list or object after the other, however its bytes arrive. */
export function findValueEnd(): {
  /** A value begins at a byte of the file, in a line that begins at another. */
  begin(byte: number, lineStart: number): void
  /** The byte of the chunk after the value, or -1 when the chunk ends first. */
  find(chunk: Buffer, from: number, given: Surroundings): number
} {
  return new ValueEnd()
}

class ValueEnd {
  /** The closing brackets that the value waits for. */
  private nested: number[] = []
  private inString = false
  private escaped = false
  private isBroken = false
  /** How far from the beginning of its line the value begins, and where the current line does. */
  private column = 0
  private lineStart = 0

  begin(byte: number, lineStart: number): void {
    this.nested = []
    this.inString = false
    this.escaped = false
    this.isBroken = false
    this.column = byte - lineStart
    this.lineStart = lineStart
  }

  find(chunk: Buffer, from: number, given: Surroundings): number {
    let at = from
    while (at < chunk.length) {
      if (this.inString) at = this.afterString(chunk, at, given.origin)
      else {
        while (at < chunk.length && !TELLING[chunk[at]!]) at++
        if (at === chunk.length) return -1
        if (this.endsBefore(chunk[at]!, given.origin + at, given.around)) return at
        at++
      }
      if (!this.inString && this.nested.length === 0) return at
    }
    return -1
  }

  private afterString(chunk: Buffer, from: number, origin: number): number {
    let at = from
    if (this.escaped) at++
    this.escaped = false
    for (; at < chunk.length; at++) {
      if (!STRING_TELLING[chunk[at]!]) continue
      if (chunk[at] === BACKSLASH) at++
      else return this.endString(chunk[at]!, at, origin)
    }
    this.escaped = at > chunk.length
    return chunk.length
  }

  /** A line end ends a string that has no other end: JSON has none in a string. */
  private endString(byte: number, at: number, origin: number): number {
    this.inString = false
    if (byte === NEWLINE) {
      this.isBroken = true
      this.lineStart = origin + at + 1
    }
    return at + 1
  }

  /**
   * Takes in a byte that tells something. A bracket that closes nothing inside the value closes what is around it, and a value
   * that is broken ends where a line begins as its own did: such a byte is not the value's.
   */
  private endsBefore(byte: number, place: number, around: Surroundings['around']): boolean {
    const { nested } = this
    if (byte === QUOTE) this.inString = true
    else if (byte === NEWLINE) this.lineStart = place + 1
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      if (this.isBroken && place - this.lineStart === this.column) return true
      if (nested.length < MAX_DEPTH) nested.push(byte === OPEN_LIST ? CLOSE_LIST : CLOSE_OBJECT)
    } else {
      const depth = nested.lastIndexOf(byte)
      if (depth < nested.length - 1) this.isBroken = true
      if (depth >= 0) nested.length = depth
      else return around.some(({ close }) => close === byte)
    }
    return false
  }
}

export function byteSet(...bytes: number[]): Uint8Array {
  const set = new Uint8Array(256)
  for (const byte of bytes) set[byte] = 1
  return set
}
