import type { Needle } from '@/lib/corpora/survey/parse-search'
import { foldText } from '@/lib/corpora/survey/text-terms'
import { codePointLength, type Offsets } from '@/lib/tasks/model'

const LETTER = String.raw`[\p{L}\p{N}\p{M}]`
const MOST_HITS = 200

/** Where the needles stand in a text, in order and without overlap: half-open, in code points. */
export function findHits(text: string, needles: readonly Needle[]): Offsets[] {
  if (needles.length === 0) return []
  const { folded, places } = foldWithPlaces(text)
  const hits: Offsets[] = []
  const counted = { unit: 0, points: 0 }
  const pointAt = (unit: number) => {
    counted.points += codePointLength(text.slice(counted.unit, unit))
    counted.unit = unit
    return counted.points
  }
  for (const match of folded.matchAll(patternOf(needles))) {
    const [from, to] = [match.index, match.index + match[0].length]
    const start = pointAt(places ? places[from]! : from)
    hits.push({ start, end: pointAt(places ? places[to]! : to) })
    if (hits.length === MOST_HITS) break
  }
  return hits
}

/** Longer needles first: where a phrase stands, its words are not marked again. */
function patternOf(needles: readonly Needle[]): RegExp {
  const sorted = needles.toSorted((a, b) => b.text.length - a.text.length)
  const parts = sorted.map(({ text, isWord }) => {
    const pattern = text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(' ', '\\s+')
    return isWord ? `(?<!${LETTER})${pattern}(?!${LETTER})` : pattern
  })
  return new RegExp(parts.join('|'), 'gu')
}

/** The folded text, and for each of its units the unit of the text that it came from; no places where they are the same. */
function foldWithPlaces(text: string): { folded: string; places: Uint32Array | null } {
  const whole = foldText(text)
  if (whole.length === text.length) return { folded: whole, places: null }
  const places: number[] = []
  let folded = ''
  let unit = 0
  for (const character of text) {
    const own = foldText(character)
    for (let i = 0; i < own.length; i++) places.push(unit)
    folded += own
    unit += character.length
  }
  places.push(unit)
  return { folded, places: Uint32Array.from(places) }
}
