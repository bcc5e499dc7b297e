import type { Quote } from '@/lib/quotes/model'
import { unshowText } from '@/lib/quotes/show-hidden'
import { codePointLength, isFlat, type Offsets, unitToCodePoint } from '@/lib/tasks/model'
import { type Extent, type Fragment, piecesOf, readerOf } from '@/lib/tasks/ner/gold'

/** Between the pieces of a quotation that the text has apart from each other. */
export const GAP = ' … '

const INNER = /[\p{L}\p{N}\p{M}]/u
const DENSE = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u

/**
 * Where quoted words stand. They have to be the text's own, but for the width of spaces and our marks; of several places `nth` says
 * which. Places that are whole words are counted before places inside of words.
 */
export function locateQuote(text: string, { quote, nth }: Quote): { extent: Extent } | { fault: string } {
  const words = cleanQuote(quote)
  const places = placesOf(text, words)
  if (places.length === 0) {
    const apart = locatePieces(text, words)
    return apart
      ? { extent: apart }
      : { fault: `The text does not have ${shown(quote)} in these very words.` }
  }
  const whole = places.filter((place) => isWhole(text, place)).length
  if (nth !== null && places.length > 1) {
    const place = places[nth - 1]
    return place
      ? { extent: inPoints(text, place) }
      : { fault: `The text has ${shown(quote)} ${places.length} times; there is no number ${nth}.` }
  }
  if (whole > 1 || (whole === 0 && places.length > 1))
    return {
      fault: `The text has ${shown(quote)} ${places.length} times: say which, by "nth", or quote more words.`,
    }
  return { extent: inPoints(text, places[0]!) }
}

/** A place of a text as a quotation that leads back to it. */
export function quotePlace(text: string, extent: Extent): Quote {
  const reader = readerOf(text)
  const pieces = piecesOf(extent)
  const quote = pieces.map((piece) => reader.words(piece)).join(GAP)
  if (pieces.length > 1) return { quote, nth: null }
  const places = placesOf(text, quote)
  const start = reader.unit(extent.start)
  const at = places.findIndex((place) => place.start === start)
  return { quote, nth: places.length > 1 && at >= 0 ? at + 1 : null }
}

/** What a model copied of a text that was shown to it: without our marks, with what was hidden as it was. */
export function cleanQuote(quote: string): string {
  const bare = quote.replace(/⟦(?!U\+[0-9A-F]{4,6}⟧)([^⟦⟧|]*)(?:\|[^⟦⟧]*)?⟧/g, '$1')
  return unshowText(bare)
}

/** In UTF-16 units: whole words first, then others, each in the order of the text. */
function placesOf(text: string, words: string): Offsets[] {
  const exact = find(text, words)
  const places = exact.length > 0 ? exact : findLoosely(text, words)
  return [
    ...places.filter((place) => isWhole(text, place)),
    ...places.filter((place) => !isWhole(text, place)),
  ]
}

function find(text: string, words: string): Offsets[] {
  const places: Offsets[] = []
  if (words === '') return places
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1))
    places.push({ start, end: start + words.length })
  return places
}

/** Spaces of any kind and width for each other: models write line breaks as spaces, and one for two. */
function findLoosely(text: string, words: string): Offsets[] {
  const parts = words.trim().split(/\s+/).filter(Boolean)
  if (parts.length === 0) return []
  const pattern = new RegExp(parts.map(escapePattern).join('\\s+'), 'gu')
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }))
}

const escapePattern = (part: string) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

function isWhole(text: string, { start, end }: Offsets): boolean {
  return !joins(text, start) && !joins(text, end)
}

/** Does a word go on across this place? Chinese and its likes have no edges of words to see. */
function joins(text: string, at: number): boolean {
  const [before, after] = [
    [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '',
    [...text.slice(at, at + 2)][0] ?? '',
  ]
  return INNER.test(before) && INNER.test(after) && !(DENSE.test(before) || DENSE.test(after))
}

/** Pieces one after the other, each at its first place behind the one before. */
function locatePieces(text: string, words: string): Extent | undefined {
  const pieces = words.split(/\s*(?:…|\.\.\.)\s*/).filter(Boolean)
  if (pieces.length < 2) return undefined
  const fragments: Fragment[] = []
  let from = 0
  for (const piece of pieces) {
    const start = text.indexOf(piece, from)
    if (start < 0) return undefined
    from = start + piece.length
    const { start: begins, end } = inPoints(text, { start, end: from })
    fragments.push([begins, end])
  }
  return { start: fragments[0]![0], end: fragments.at(-1)![1], fragments }
}

function inPoints(text: string, { start, end }: Offsets): Offsets {
  if (isFlat(text)) return { start, end }
  const first = unitToCodePoint(text, start)
  return { start: first, end: first + codePointLength(text.slice(start, end)) }
}

function shown(quote: string): string {
  const points = [...quote]
  return `“${points.length > 80 ? `${points.slice(0, 79).join('')}…` : quote}”`
}
