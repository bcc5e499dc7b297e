import { type Located, locateWords } from '@/lib/corpora/formats/locate-words'
import { type Fault, warning } from '@/lib/corpora/formats/report-faults'
import { excerptOf } from '@/lib/corpora/model'
import { codePointLength, sliceCodePoints, unitToCodePoint } from '@/lib/tasks/model'

type Placed = { answer: { text: string; start?: number }; fault: Fault | null }

/**
 * An answer at the place in the text where its words are for certain: where the file says, or the only place where they stand.
 * Otherwise it keeps its words without a place. `name` is its own in the record, for what is said about it.
 */
export function placeAnswer(
  text: string,
  given: { name: string; text: string; start: number | null },
): Placed {
  const { text: words, start } = given
  if (start !== null && stands(text, words, start)) return { answer: { text: words, start }, fault: null }
  const places = locateWords(text, words)
  const place = certainPlace(text, places, start)
  if (place) return { answer: place, fault: placedFault(given, place) }
  return { answer: { text: words }, fault: start === null ? null : unplacedFault(given, places.length) }
}

function stands(text: string, words: string, start: number): boolean {
  return start >= 0 && sliceCodePoints(text, start, start + codePointLength(words)) === words
}

/** The only place; or the one where the words stand when the offset counts UTF-16 units. */
function certainPlace(text: string, places: readonly Located[], start: number | null): Located | undefined {
  if (places.length < 2 || start === null) return places.length === 1 ? places[0] : undefined
  const unit = unitToCodePoint(text, Math.max(0, start))
  return places.find((place) => place.start === start) ?? places.find((place) => place.start === unit)
}

type Given = { name: string; text: string; start: number | null }

function placedFault({ name, text, start }: Given, place: Located): Fault | null {
  if (place.text !== text)
    return warning(
      'words-spaced',
      `${name}: “${excerptOf(text)}” stands at ${place.start} with other space in it. It was read as it stands there.`,
    )
  if (start === null) return null
  return warning(
    'words-moved',
    `${name}: “${excerptOf(text)}” does not stand at ${start} but at ${place.start}. It was placed there.`,
  )
}

function unplacedFault({ name, text, start }: Given, count: number): Fault {
  const words = excerptOf(text)
  if (count === 0)
    return warning(
      'words-absent',
      `${name}: “${words}” does not stand at ${start} nor anywhere in the text. It was kept without a place.`,
    )
  return warning(
    'words-ambiguous',
    `${name}: “${words}” does not stand at ${start} but in ${count} other places. It was kept without a place.`,
  )
}
