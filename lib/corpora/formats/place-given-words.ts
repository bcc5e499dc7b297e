import { type Located, locateWords } from '@/lib/corpora/formats/locate-words'
import { type Fault, warning } from '@/lib/corpora/formats/report-faults'
import { excerptOf } from '@/lib/corpora/model'
import { codePointLength, sliceCodePoints, unitToCodePoint } from '@/lib/tasks/model'

/** Words and the place that a file gives them; `name` is their own in the record, `otherwise` what becomes of them without a place. */
export type GivenWords = { name: string; text: string; start: number | null; otherwise: string }

/**
 * The place in the text where words are for certain: where the file says, or the only place where they stand. What was mended, and
 * why there is no place, is said, but of words that came without a place.
 */
export function placeGivenWords(
  text: string,
  given: GivenWords,
): { place: Located | null; faults: readonly Fault[] } {
  const { text: words, start } = given
  if (start !== null && stands(text, words, start)) return { place: { text: words, start }, faults: NONE }
  const places = locateWords(text, words)
  const place = certainPlace(text, places, start) ?? null
  const fault = place
    ? placedFault(given, place)
    : start === null
      ? null
      : unplacedFault(given, places.length)
  return { place, faults: fault ? [fault] : NONE }
}

const NONE: readonly never[] = []

function stands(text: string, words: string, start: number): boolean {
  return start >= 0 && sliceCodePoints(text, start, start + codePointLength(words)) === words
}

/** The only place; or the one where the words stand when the offset counts UTF-16 units. */
function certainPlace(text: string, places: readonly Located[], start: number | null): Located | undefined {
  if (places.length < 2 || start === null) return places.length === 1 ? places[0] : undefined
  const unit = unitToCodePoint(text, Math.max(0, start))
  return places.find((place) => place.start === start) ?? places.find((place) => place.start === unit)
}

function placedFault({ name, text, start }: GivenWords, place: Located): Fault | null {
  if (place.text !== text)
    return warning(
      'words-spaced',
      `${name}: “${excerptOf(text)}” stands at ${place.start} with other space in it. It was read as it stands there.`,
      { at: name, words: excerptOf(text), found: place.start },
    )
  if (start === null) return null
  return warning(
    'words-moved',
    `${name}: “${excerptOf(text)}” does not stand at ${start} but at ${place.start}. It was placed there.`,
    { at: name, words: excerptOf(text), start, found: place.start },
  )
}

function unplacedFault({ name, text, start, otherwise }: GivenWords, count: number): Fault {
  const words = excerptOf(text)
  if (count === 0)
    return warning(
      'words-absent',
      `${name}: “${words}” does not stand at ${start} nor anywhere in the text. ${otherwise}`,
      { at: name, words, ...(start !== null && { start }) },
    )
  return warning(
    'words-ambiguous',
    `${name}: “${words}” does not stand at ${start} but in ${count} other places. ${otherwise}`,
    { at: name, words, count, ...(start !== null && { start }) },
  )
}
