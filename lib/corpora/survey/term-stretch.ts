import { STRETCH } from '@/lib/corpora/survey/model'
import { encodeOrdinals } from '@/lib/corpora/survey/postings'
import { type CopyRows, copyText } from '@/lib/platform/copy'

/** Keeps the memory of a stretch of long texts in bounds: it is then written in parts. */
const MOST_POSTINGS = 3_000_000
const PART_BYTES = 2_000_000

/**
 * Which instances of a stretch of the corpus have which terms: rows of the index before they are written. Plain arrays of numbers, in
 * which each posting points to the one before it of the same term; millions of small lists would be most of a worker's memory.
 */
export class TermStretch {
  private readonly numbers = new Map<string, number>()
  /** By the number of a term, its newest posting. */
  private newest = new Int32Array(1 << 12)
  private ordinals = new Int32Array(1 << 12)
  private before = new Int32Array(1 << 12)
  private used = 0

  /** `prefix`: what all its terms begin with, so that it need not be put before each of them. */
  constructor(private readonly prefix = '') {}

  /** Ordinals come in ascending order; a term may come several times with one. */
  add(ordinal: number, term: string): void {
    const number = this.numbers.get(term)
    const before = number === undefined ? -1 : this.newest[number]!
    if (before >= 0 && this.ordinals[before] === ordinal) return
    if (this.used === this.ordinals.length) {
      this.ordinals = grown(this.ordinals)
      this.before = grown(this.before)
    }
    this.ordinals[this.used] = ordinal
    this.before[this.used] = before
    this.newest[number ?? this.numberOf(term)] = this.used++
  }

  get isEmpty(): boolean {
    return this.used === 0
  }

  /** A row never reaches from one stretch into the next, so that stretches can be searched one by one. */
  endsWith(ordinal: number): boolean {
    return ordinal % STRETCH === 0 || this.used >= MOST_POSTINGS
  }

  /** Fills rows of COPY, a part of them at a time, in the order of the index's key; at the end it is empty again. */
  *flushInto(rows: () => CopyRows, surveyId: number): Generator<CopyRows> {
    let part = rows()
    for (const term of [...this.numbers.keys()].sort()) {
      const ordinals = this.ordinalsOf(this.numbers.get(term)!)
      const hex = ordinals.length > 1 ? encodeOrdinals(ordinals).toString('hex') : ''
      part.add(`${surveyId}\t${this.prefix}${copyText(term)}\t${ordinals[0]}\t\\\\x${hex}\n`)
      if (part.bytes < PART_BYTES) continue
      yield part
      part = rows()
    }
    yield part
    this.numbers.clear()
    this.used = 0
  }

  private numberOf(term: string): number {
    const number = this.numbers.size
    this.numbers.set(term, number)
    if (number === this.newest.length) this.newest = grown(this.newest)
    return number
  }

  private ordinalsOf(number: number): number[] {
    const ordinals: number[] = []
    for (let at = this.newest[number]!; at >= 0; at = this.before[at]!) ordinals.push(this.ordinals[at]!)
    return ordinals.reverse()
  }
}

function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}
