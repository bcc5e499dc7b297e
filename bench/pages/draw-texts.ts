/** Made-up words and characters, drawn as often as real ones are: the k-th of them 1/k times as often as the first. */
const CONSONANTS = 'bdfghklmnprstvz'
const VOWELS = 'aeiou'
const WORDS = 60_000
const CHARACTERS = 3_000
const FIRST_CHARACTER = 0x4e00

export const labels = Array.from({ length: 24 }, (_, i) => `type-${i + 1}`)
/** One instance in ten thousand has it. */
export const rareLabel = 'rare-type'

export type Draw = () => number

/** A small generator of numbers from 0 to 1, so that every run has the same texts. */
export function newDraw(seed: number): Draw {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** The word of a rank; 0 is the most frequent. */
export function wordOf(rank: number): string {
  let word = ''
  for (let left = rank + 20; left > 0; left = Math.floor(left / 75))
    word += CONSONANTS[left % 15]! + VOWELS[Math.floor(left / 15) % 5]!
  return word
}

function zipf(draw: Draw, count: number): number {
  return Math.min(count - 1, Math.floor((count + 1) ** draw()) - 1)
}

export function latinText(draw: Draw): string {
  return Array.from({ length: 30 + Math.floor(40 * draw()) }, () => wordOf(zipf(draw, WORDS))).join(' ')
}

export function chineseText(draw: Draw): string {
  const length = 30 + Math.floor(50 * draw())
  const characters = Array.from({ length }, () => FIRST_CHARACTER + zipf(draw, CHARACTERS))
  return String.fromCodePoint(...characters)
}
