import { foldText, runsOf } from '@/lib/corpora/survey/text-terms'

/** Words in a row that two texts share by chance hardly ever (GPT-3, Brown et al. 2020, appendix C), and of short texts. */
export const LONG_GRAM = 13
export const SHORT_GRAM = 8

/** Words of a folded text as numbers; where no spaces are written, its characters. */
export function tokensOf(text: string): Float64Array {
  const tokens: number[] = []
  for (const run of runsOf(foldText(text)))
    if (run.isDense) for (const character of run.text) tokens.push(hashToken(character))
    else tokens.push(hashToken(run.text))
  return Float64Array.from(tokens)
}

/** Where the tokens of a folded text stand in it. */
export function tokenPlaces(folded: string): { start: number; end: number }[] {
  return [...runsOf(folded)].flatMap(({ text, at, isDense }) => {
    if (!isDense) return [{ start: at, end: at + text.length }]
    let start = at
    return [...text].map((character) => {
      const end = start + character.length
      const place = { start, end }
      start = end
      return place
    })
  })
}

/** How many tokens a text of so many is known by: 13, of a short text 8, of one shorter still all that it has. */
export function gramSize(tokens: number): number {
  if (tokens >= LONG_GRAM) return LONG_GRAM
  return Math.min(SHORT_GRAM, tokens)
}

/** A number below 2^52 for each run of `size` tokens. */
export function* gramsOf(tokens: Float64Array, size: number): Generator<number> {
  for (let from = 0; from + size <= tokens.length && size > 0; from++) {
    let [high, low] = [size, 0x9e3779b1]
    for (let at = from; at < from + size; at++) {
      const token = tokens[at]!
      high = mix(high ^ token)
      low = mix(low ^ Math.floor(token / 0x100000) ^ high)
    }
    yield (high >>> 12) * 0x1_0000_0000 + (low >>> 0)
  }
}

/** 52 bits of a token. */
function hashToken(text: string): number {
  let [high, low] = [0x811c9dc5, 0x1b873593]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 0x01000193)
    low = Math.imul(low ^ unit, 0x85ebca6b) + at
  }
  return (mix(high) >>> 12) * 0x1_0000_0000 + (mix(low) >>> 0)
}

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
