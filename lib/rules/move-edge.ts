import type { Mention } from '@/lib/rules/list-mentions'
import { codePointLength } from '@/lib/tasks/model'
import type { Extent, Reader } from '@/lib/tasks/ner/gold'

/** Which words at which edge of a mention are to be part of it, or not. */
export type Edge = {
  side: 'leading' | 'trailing'
  mode: 'include' | 'drop'
  words: readonly string[]
  /** Does the case of letters matter? */
  letters: 'exact' | 'folded'
}

/**
 * The mention as it begins or ends when such words that stand at its edge are part of it, or are not: all that stand there one after
 * the other. A mention of nothing else keeps its last; one in several pieces stays as it is.
 */
export function moveEdge(
  text: string,
  of: { mention: Mention; reader: Reader; edge: Edge },
): Extent | 'stays' {
  const { extent, words } = of.mention
  if (!extent || extent.fragments) return 'stays'
  const { side, mode } = of.edge
  const pattern = patternsFor(of.edge)[mode]
  const found = mode === 'drop' ? pattern.exec(words)?.[0] : beside(text, of, pattern)
  if (!found) return 'stays'
  const by = codePointLength(found) * (mode === 'drop' ? 1 : -1)
  return side === 'leading'
    ? { start: extent.start + by, end: extent.end }
    : { start: extent.start, end: extent.end - by }
}

/** Does such a word stand at this edge, inside or outside of the mention? */
export function hasEdge(text: string, of: { mention: Mention; reader: Reader; edge: Edge }): boolean {
  const { extent, words } = of.mention
  if (!extent || extent.fragments) return false
  const { drop, include } = patternsFor(of.edge)
  return drop.test(words) || beside(text, of, include) !== ''
}

/** So far from a mention its titles and units are looked for; what is longer is found in steps. */
const REACH = 80

function beside(text: string, of: { mention: Mention; reader: Reader; edge: Edge }, pattern: RegExp): string {
  const { start, end } = of.mention.extent!
  const isLeading = of.edge.side === 'leading'
  const edge = of.reader.unit(isLeading ? start : end)
  for (let reached = edge; ; ) {
    const near = isLeading
      ? text.slice(Math.max(0, reached - REACH), reached)
      : text.slice(reached, reached + REACH)
    const length = pattern.exec(near)?.[0].length ?? 0
    if (length === 0) return isLeading ? text.slice(reached, edge) : text.slice(edge, reached)
    reached += isLeading ? -length : length
  }
}

type Patterns = { include: RegExp; drop: RegExp }
const known = new WeakMap<readonly string[], Map<string, Patterns>>()

/** The patterns of a list of words, made once for as long as the list lives. */
function patternsFor({ side, words, letters }: Edge): Patterns {
  const ofList = known.get(words) ?? new Map<string, Patterns>()
  known.set(words, ofList)
  const key = `${side} ${letters}`
  const found = ofList.get(key) ?? writePatterns({ side, words, flags: letters === 'folded' ? 'iu' : 'u' })
  ofList.set(key, found)
  return found
}

function writePatterns(of: { side: Edge['side']; words: readonly string[]; flags: string }): Patterns {
  const { side, flags } = of
  const longestFirst = [...new Set(of.words)].sort((a, b) => b.length - a.length)
  if (side === 'leading') {
    const any = `(?:${longestFirst.map(leadingWord).join('|')})+`
    return {
      include: new RegExp(`${BEGIN}${any}$`, flags),
      drop: new RegExp(String.raw`^${any}(?=\S)`, flags),
    }
  }
  const any = `(?:${longestFirst.map(trailingWord).join('|')})+`
  return {
    include: new RegExp(String.raw`^${any}(?![\p{L}\p{M}\p{N}])|^${any}(?=${HAN})`, flags),
    drop: new RegExp(String.raw`(?<=\S)${any}$`, flags),
  }
}

const HAN = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]`
/** A word begins where no other ends; in Chinese anywhere. */
const BEGIN = String.raw`(?:(?<![\p{L}\p{M}\p{N}])|(?=${HAN}))`

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
