import { foldText, NOT_ASCII, runsOf } from '@/lib/corpora/survey/text-terms'

/** Fourteen bands of five: of two texts with a Jaccard similarity of 0.8, 996 in 1,000 share a band; of 0.5, one in three. */
export const BANDS = 14
const ROWS = 5
const SEEDS = Uint32Array.from({ length: BANDS * ROWS }, (_, i) => mix(Math.imul(i + 1, 0x9e3779b1)))
const FACTORS = SEEDS.map((seed) => mix(seed ^ 0x5bd1e995) | 1)

/** Two texts count as nearly the same from here on. */
export const SIMILAR = 0.8
const WORDS_IN_SHINGLE = 5
const CHARACTERS_IN_SHINGLE = 2

/** What a text is made of, for comparing: every five words in a row or, where no spaces are written, every two characters. */
export function shinglesOf(text: string): Set<number> {
  return new Set(listShingles(text))
}

/** The same in their order, where it does not matter that one may come again: to MinHash it does not. */
export function listShingles(text: string): number[] {
  const { words, dense } = NOT_ASCII.test(text) ? hashWords(text) : { words: hashPlainWords(text), dense: 0 }
  if (!words.length) return []
  const size = dense * 2 >= words.length ? CHARACTERS_IN_SHINGLE : WORDS_IN_SHINGLE
  const shingles: number[] = []
  for (let i = 0; i < Math.max(1, words.length - size + 1); i++) {
    let hash = 0
    for (let j = i; j < Math.min(i + size, words.length); j++) hash = mix(hash ^ words[j]!)
    shingles.push(hash)
  }
  return shingles
}

/** Runs of letters and digits, those of scripts without spaces character by character. */
function hashWords(text: string): { words: number[]; dense: number } {
  const words: number[] = []
  let dense = 0
  for (const run of runsOf(foldText(text)))
    if (run.isDense)
      for (const character of run.text) {
        words.push(hashText(character))
        dense++
      }
    else words.push(hashText(run.text))
  return { words, dense }
}

/** The same of ASCII, in one pass: most texts are, and every record's is looked at. */
function hashPlainWords(text: string): number[] {
  const words: number[] = []
  let hash = EMPTY
  for (let i = 0; i < text.length; i++) {
    const code = lowerCode(text.charCodeAt(i))
    if (code) hash = hashCode(hash, code)
    else if (hash !== EMPTY) {
      words.push(mix(hash))
      hash = EMPTY
    }
  }
  if (hash !== EMPTY) words.push(mix(hash))
  return words
}

/** A letter in lower case or a digit of ASCII; 0 for all else. */
function lowerCode(code: number): number {
  if (code >= 97 ? code <= 122 : code >= 48 && code <= 57) return code
  return code >= 65 && code <= 90 ? code + 32 : 0
}

const least = new Uint32Array(SEEDS.length)

/**
 * Writes one number for each band: texts that are much alike have some of them in common. Texts with different salts have none but
 * by chance.
 */
export function bandsOf(shingles: Iterable<number>, into: Uint32Array, salt?: number): void {
  least.fill(0xffffffff)
  for (const one of shingles) {
    const shingle = salt === undefined ? one : Math.imul(one, 0x9e3779b1) ^ salt
    for (let i = 0; i < SEEDS.length; i++) {
      const hash = Math.imul(shingle ^ SEEDS[i]!, FACTORS[i]!)
      const value = (hash ^ (hash >>> 15)) >>> 0
      if (value < least[i]!) least[i] = value
    }
  }
  for (let band = 0; band < BANDS; band++) {
    let hash = 0
    for (let row = 0; row < ROWS; row++) hash = mix(hash ^ least[band * ROWS + row]!)
    into[band] = hash
  }
}

/** Jaccard: what they share, of all that they have. */
export function similarityOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const one of few) if (many.has(one)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

function hashText(text: string): number {
  let hash = EMPTY
  for (let i = 0; i < text.length; i++) hash = hashCode(hash, text.charCodeAt(i))
  return mix(hash)
}

/** FNV-1a. */
const EMPTY = 0x811c9dc5 | 0
const hashCode = (hash: number, code: number) => Math.imul(hash ^ code, 0x01000193)

/** The finaliser of MurmurHash3: every bit of the number moves every bit of the answer. */
function mix(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
