import { STRETCH } from '@/lib/corpora/survey/model'
import { encodeOrdinals } from '@/lib/corpora/survey/postings'
import { type CopyRows, copyText } from '@/lib/platform/copy'

/** Keeps the memory of a stretch of long texts in bounds: it is then written in parts. */
const MOST_POSTINGS = 3_000_000

/**
 * Which instances of a stretch of the corpus have which terms: rows of the index before they are written. Plain arrays of numbers, in
 * which each posting points to the one before it of the same term; millions of small lists would be most of a worker's memory.
 */
export class TermStretch {
  private readonly newest = new Map<string, number>()
  private ordinals = new Int32Array(1 << 16)
  private before = new Int32Array(1 << 16)
  private used = 0

  /** Ordinals come in ascending order. */
  add(ordinal: number, terms: Iterable<string>): void {
    for (const term of terms) {
      if (this.used === this.ordinals.length) this.grow()
      this.ordinals[this.used] = ordinal
      this.before[this.used] = this.newest.get(term) ?? -1
      this.newest.set(term, this.used++)
    }
  }

  get isEmpty(): boolean {
    return this.used === 0
  }

  /** A row never reaches from one stretch into the next, so that stretches can be searched one by one. */
  endsWith(ordinal: number): boolean {
    return ordinal % STRETCH === 0 || this.used >= MOST_POSTINGS
  }

  /** Writes the rows of COPY in the order of the index's key, and is empty again. */
  flushInto(rows: CopyRows, surveyId: number): void {
    for (const term of [...this.newest.keys()].sort()) {
      const ordinals = this.ordinalsOf(term)
      const hex = encodeOrdinals(ordinals).toString('hex')
      rows.add(`${surveyId}\t${copyText(term)}\t${ordinals[0]}\t\\\\x${hex}\n`)
    }
    this.newest.clear()
    this.used = 0
  }

  private ordinalsOf(term: string): number[] {
    const ordinals: number[] = []
    for (let at = this.newest.get(term)!; at >= 0; at = this.before[at]!) ordinals.push(this.ordinals[at]!)
    return ordinals.reverse()
  }

  private grow(): void {
    const [ordinals, before] = [new Int32Array(this.used * 2), new Int32Array(this.used * 2)]
    ordinals.set(this.ordinals)
    before.set(this.before)
    ;[this.ordinals, this.before] = [ordinals, before]
  }
}
