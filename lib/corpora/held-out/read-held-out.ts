import {
  gramSize,
  gramsOf,
  LONG_GRAM,
  SHORT_GRAM,
  tokenPlaces,
  tokensOf,
} from '@/lib/corpora/held-out/text-grams'
import { readInOrder } from '@/lib/corpora/survey/read-in-order'
import { foldText } from '@/lib/corpora/survey/text-terms'
import { db } from '@/lib/platform/db'

/** The texts that models are measured on, known by their grams. */
export type HeldOut = {
  /** Shares this text a gram with one of them, or is it one of them? */
  holds(text: string): boolean
  /** The first words of this text that one of them has, too, without case; nothing where it holds none. */
  shared(text: string): string
}

/**
 * All corpora of a project that are held out, known by every 13 words in a row of their texts, every 8 of texts that have less
 * than 13, and the whole of those that have less than 8; where no spaces are written, characters in the place of words. Takes
 * eight bytes for each word.
 */
export async function readHeldOut(projectId: string): Promise<HeldOut> {
  const corpora = await db.corpus.findMany({ where: { projectId, heldOut: true }, select: { id: true } })
  const [long, short, whole] = [new Gathered(), new Gathered(), new Gathered()]
  for (const { id } of corpora)
    for await (const rows of readInOrder<{ ordinal: number; text: string }>(id, { columns: 'text' }))
      for (const { text } of rows) {
        const tokens = tokensOf(text)
        const size = gramSize(tokens.length)
        const into = size === LONG_GRAM ? long : size === SHORT_GRAM ? short : whole
        for (const gram of gramsOf(tokens, size)) into.add(gram)
      }
  const [longGrams, shortGrams, wholeTexts] = [long.sorted(), short.sorted(), whole.sorted()]
  if (longGrams.length + shortGrams.length + wholeTexts.length === 0)
    return { holds: () => false, shared: () => '' }
  const known = [
    { grams: wholeTexts, size: null },
    { grams: shortGrams, size: SHORT_GRAM },
    { grams: longGrams, size: LONG_GRAM },
  ]
  const findShared = (text: string): { first: number; size: number } | null => {
    const tokens = tokensOf(text)
    for (const { grams, size } of known) {
      // A text shorter than any gram is compared as a whole, and only such a one.
      if ((size === null) !== tokens.length < SHORT_GRAM) continue
      const own = size ?? tokens.length
      const first = firstKnown(grams, gramsOf(tokens, own))
      if (first >= 0) return { first, size: own }
    }
    return null
  }
  return {
    holds: (text) => findShared(text) !== null,
    shared(text) {
      const found = findShared(text)
      if (!found) return ''
      const folded = foldText(text)
      const places = tokenPlaces(folded)
      return folded.slice(places[found.first]!.start, places[found.first + found.size - 1]!.end)
    },
  }
}

/** Which of the grams is the first that is known; -1 where none is. */
function firstKnown(known: Float64Array, grams: Iterable<number>): number {
  if (known.length === 0) return -1
  let at = 0
  for (const gram of grams) {
    if (find(known, gram)) return at
    at++
  }
  return -1
}

function find(sorted: Float64Array, value: number): boolean {
  let [low, high] = [0, sorted.length - 1]
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = sorted[middle]!
    if (found === value) return true
    if (found < value) low = middle + 1
    else high = middle - 1
  }
  return false
}

/** Numbers gathered without knowing how many there will be. */
class Gathered {
  private numbers = new Float64Array(1 << 10)
  private count = 0

  add(value: number): void {
    if (this.count === this.numbers.length) {
      const wider = new Float64Array(this.numbers.length * 2)
      wider.set(this.numbers)
      this.numbers = wider
    }
    this.numbers[this.count++] = value
  }

  sorted(): Float64Array {
    return this.numbers.slice(0, this.count).sort()
  }
}
