import type { Mention } from '@/lib/rules/list-mentions'
import { codePointLength } from '@/lib/tasks/model'
import type { Extent, Reader } from '@/lib/tasks/ner/gold'

type Placed = Pick<Mention, 'words' | 'extent'>

/** Which words at which edge of a mention are to be part of it, or not. */
export type Edge = {
  side: 'leading' | 'trailing'
  mode: 'include' | 'drop'
  words: readonly string[]
  /** Does the case of letters matter? */
  letters: 'exact' | 'folded'
  /** What the words have to stand next to: units to a number, other words to anything. */
  beside: 'anything' | 'number'
}
export type EdgeWords = Omit<Edge, 'mode'>

/**
 * The mention as it begins or ends when such words that stand at its edge are part of it, or are not: all that stand there one after
 * the other. A mention of nothing else keeps its last; one in several pieces stays as it is.
 */
export function moveEdge(
  text: string,
  of: { mention: Placed; reader: Reader; edge: Edge },
): Extent | 'stays' {
  const { extent } = of.mention
  const { inside, outside } = findEdge(text, of)
  const found = of.edge.mode === 'drop' ? inside : outside
  if (!extent || !found) return 'stays'
  const by = codePointLength(found) * (of.edge.mode === 'drop' ? 1 : -1)
  return of.edge.side === 'leading'
    ? { start: extent.start + by, end: extent.end }
    : { start: extent.start, end: extent.end - by }
}

/** The words of a list that stand at an edge of a mention, as the text has them: within it, and directly outside. */
export function findEdge(
  text: string,
  of: { mention: Placed; reader: Reader; edge: EdgeWords },
): { inside: string; outside: string } {
  const { extent, words } = of.mention
  if (!extent || extent.fragments) return { inside: '', outside: '' }
  const { drop, include, hasNeighbour } = patternsFor(of.edge)
  const isLeading = of.edge.side === 'leading'
  const edge = of.reader.unit(isLeading ? extent.start : extent.end)
  return {
    inside: matchAt(drop, words, isLeading ? 0 : words.length),
    outside: hasNeighbour.test(words) ? matchAt(include, text, edge) : '',
  }
}

/** What a sticky pattern finds at a place; one that looks back from there has what it found as its group. */
function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  return found?.[1] ?? ''
}

type Patterns = { include: RegExp; drop: RegExp; hasNeighbour: RegExp }
const known = new WeakMap<readonly string[], Map<string, Patterns>>()

/** The patterns of a list of words, made once for as long as the list lives. */
function patternsFor(edge: EdgeWords): Patterns {
  const ofList = known.get(edge.words) ?? new Map<string, Patterns>()
  known.set(edge.words, ofList)
  const key = `${edge.side} ${edge.letters} ${edge.beside}`
  const found = ofList.get(key) ?? writePatterns(edge)
  ofList.set(key, found)
  return found
}

const HAN = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]`
/** A word begins where no other ends; in Chinese anywhere. */
const BEGIN = String.raw`(?:(?<![\p{L}\p{M}\p{N}])|(?=${HAN}))`
const END = String.raw`(?:(?![\p{L}\p{M}\p{N}])|(?=${HAN}))`
const NUMBER = String.raw`(?:\p{N}|[一二三四五六七八九十百千万亿两半几]|(?<!\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half))`

function writePatterns({ side, words, letters, beside }: EdgeWords): Patterns {
  const flags = letters === 'folded' ? 'iu' : 'u'
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length)
  const isNumber = beside === 'number'
  if (side === 'leading') {
    const any = `((?:${longestFirst.map(leadingWord).join('|')})+)`
    return {
      include: new RegExp(`(?<=${BEGIN}${any})`, `${flags}y`),
      drop: new RegExp(`${any}(?=${isNumber ? String.raw`\p{N}` : String.raw`\S`})`, `${flags}y`),
      hasNeighbour: isNumber ? /^\p{N}/u : /^/,
    }
  }
  const any = `((?:${longestFirst.map(trailingWord).join('|')})+)`
  return {
    include: new RegExp(any + END, `${flags}y`),
    drop: new RegExp(`(?<=${isNumber ? NUMBER : String.raw`\S`}${any})`, `${flags}y`),
    hasNeighbour: isNumber ? new RegExp(String.raw`${NUMBER}\s*$`, 'u') : /^/,
  }
}

/** A word and what parts it from the next: a space, but none after a sign, an apostrophe, a full stop or in Chinese. */
function leadingWord(word: string): string {
  const isOpen = /[\p{L}\p{N}]$/u.test(word) && !new RegExp(`${HAN}$`, 'u').test(word)
  return quoted(word) + (isOpen ? String.raw`\s+` : String.raw`\s*`)
}

/** What parts a word from the one before, and the word: a space or comma; after a number, and in Chinese, nothing. */
function trailingWord(word: string): string {
  const isOpen = /^\p{L}/u.test(word) && !new RegExp(`^${HAN}`, 'u').test(word)
  return String.raw`(?:\s*,)?\s*${isOpen ? String.raw`(?<![\p{L}\p{M}])` : ''}` + quoted(word)
}

function quoted(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s+`)
}
