import { gramSize, gramsOf, LONG_GRAM, SHORT_GRAM, tokensOf } from '@/lib/corpora/held-out/text-grams'
import { readInOrder } from '@/lib/corpora/survey/read-in-order'
import { db } from '@/lib/platform/db'

/** The texts that models are measured on, known by their grams. */
export type HeldOut = {
  /** Shares this text a gram with one of them, or is it one of them? */
  holds(text: string): boolean
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
  if (longGrams.length + shortGrams.length + wholeTexts.length === 0) return { holds: () => false }
  return {
    holds(text) {
      const tokens = tokensOf(text)
      if (tokens.length < SHORT_GRAM) return hasGram(wholeTexts, gramsOf(tokens, tokens.length))
      return (
        hasGram(shortGrams, gramsOf(tokens, SHORT_GRAM)) || hasGram(longGrams, gramsOf(tokens, LONG_GRAM))
      )
    },
  }
}

function hasGram(known: Float64Array, grams: Iterable<number>): boolean {
  if (known.length === 0) return false
  for (const gram of grams) if (find(known, gram)) return true
  return false
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
