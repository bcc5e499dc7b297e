import { codePointLength, isFlat, type Offsets, sliceCodePoints, unitToCodePoint } from '@/lib/tasks/model'

/**
 * Where words stand in a text, in code points. `given` counts what the tool counts, or else what fits the words; where neither
 * does, the words are looked for, and found if they stand there once. Null: nowhere, or nobody can say where.
 */
export function placeWords(
  text: string,
  given: Offsets & { words?: string | undefined; counts: 'units' | 'points' },
): (Offsets & { isMoved: boolean }) | null {
  const { start, end, words, counts } = given
  const points = { start, end }
  if (start < 0 || start >= end) return null
  if (isFlat(text)) return fits(text, points, words) ? found(points) : search(text, words)
  const units = { start: unitToCodePoint(text, start), end: unitToCodePoint(text, end) }
  const readings = counts === 'units' ? [end <= text.length ? units : points, points] : [points, units]
  const fitting = readings.find((one) => fits(text, one, words))
  return fitting ? found(fitting) : search(text, words)
}

function found(place: Offsets) {
  return { ...place, isMoved: false }
}

function fits(text: string, { start, end }: Offsets, words: string | undefined): boolean {
  if (end > codePointLength(text)) return false
  return words === undefined || plain(sliceCodePoints(text, start, end)) === plain(words)
}

/** Some tools write a line end in the words as another space, or as a backslash and an n. */
function plain(words: string): string {
  return words.replaceAll('\\n', ' ').replace(/\s/g, ' ').trim()
}

function search(text: string, words: string | undefined): (Offsets & { isMoved: boolean }) | null {
  const at = words ? text.indexOf(words) : -1
  if (!words || at < 0 || text.indexOf(words, at + 1) >= 0) return null
  const start = unitToCodePoint(text, at)
  return { start, end: start + codePointLength(words), isMoved: true }
}
