import { foldText, runsOf } from '@/lib/corpora/survey/text-terms'

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
  const words: number[] = []
  let dense = 0
  for (const run of runsOf(foldText(text)))
    if (run.isDense)
      for (const character of run.text) {
        words.push(hashText(character))
        dense++
      }
    else words.push(hashText(run.text))
  const size = dense * 2 >= words.length ? CHARACTERS_IN_SHINGLE : WORDS_IN_SHINGLE
  const shingles = new Set<number>()
  for (let i = 0; i < Math.max(1, words.length - size + 1) && words.length > 0; i++) {
    let hash = 0
    for (let j = i; j < Math.min(i + size, words.length); j++) hash = mix(hash ^ words[j]!)
    shingles.add(hash)
  }
  return shingles
}

const least = new Uint32Array(SEEDS.length)

/**
 * Writes one number for each band: texts that are much alike have some of them in common. Texts with different salts have none but
 * by chance.
 */
export function bandsOf(shingles: ReadonlySet<number>, into: Uint32Array, salt?: number): void {
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
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix(hash)
}

/** The finaliser of MurmurHash3: every bit of the number moves every bit of the answer. */
function mix(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
