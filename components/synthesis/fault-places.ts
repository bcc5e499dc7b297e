import type { RefusedRecord } from '@/lib/synthesis/model'

/** What is shown of a place that has no end: a single letter would be found everywhere. */
const SHORTEST = 2

/** Where a text has what a fault is about, in code points, without regard to case. */
export function faultPlaces(
  text: string,
  { fault }: Pick<RefusedRecord, 'fault'>,
): { start: number; end: number }[] {
  const folded = fold(text)
  const words = Object.values(fault?.params ?? {}).filter((value) => typeof value === 'string')
  const places = words.flatMap((word) => placesOf(folded, fold(word)))
  return places.sort((a, b) => a.start - b.start || b.end - a.end)
}

function placesOf(folded: readonly string[], word: readonly string[]) {
  if (word.length < SHORTEST) return []
  const places = []
  for (let start = 0; start + word.length <= folded.length; start++)
    if (word.every((character, at) => folded[start + at] === character)) {
      places.push({ start, end: start + word.length })
      start += word.length - 1
    }
  return places
}

/** Code point by code point, so that places stay what they are. */
const fold = (text: string) => Array.from(text, (character) => character.toLowerCase())
