import { showText } from '@/lib/quotes/show-hidden'
import { codePointUnits } from '@/lib/tasks/model'

/** A place of a text, in code points, and what it is there. */
export type MarkedPlace = { start: number; end: number; as: string | null }

/**
 * A text with places marked: `⟦words⟧`, or `⟦words|what they are⟧`. What is hidden in the text is shown, so that no text has marks of
 * its own. Of places that share an edge the longer is marked outside. `most`: a longer text is cut around its first mark.
 */
export function markPlaces(text: string, places: readonly MarkedPlace[] = [], most = Infinity): string {
  const units = codePointUnits(text)
  const length = units.length - 1
  const from = length <= most ? 0 : windowStart(places, { length, most })
  const to = Math.min(length, from + most)
  const edges = places
    .filter(({ start, end }) => from <= start && start < end && end <= to)
    .flatMap((place) => [
      { at: place.start, isOpen: true, place },
      { at: place.end, isOpen: false, place },
    ])
  edges.sort(
    (a, b) =>
      a.at - b.at ||
      Number(a.isOpen) - Number(b.isOpen) ||
      (a.isOpen ? b.place.end - a.place.end : b.place.start - a.place.start),
  )
  let [marked, reached] = [from > 0 ? `⟦… ${from} characters before⟧` : '', from]
  for (const { at, isOpen, place } of edges) {
    marked += showText(text.slice(units[reached], units[at]))
    marked += isOpen ? '⟦' : `${place.as === null ? '' : `|${showText(place.as).replaceAll('|', '/')}`}⟧`
    reached = at
  }
  marked += showText(text.slice(units[reached], units[to]))
  return to < length ? `${marked}⟦… ${length - to} characters after⟧` : marked
}

/** A third of the room stands before the first mark. */
function windowStart(
  places: readonly MarkedPlace[],
  { length, most }: { length: number; most: number },
): number {
  const first = Math.min(length, ...places.map(({ start }) => start))
  if (places.length === 0) return 0
  return Math.max(0, Math.min(first - Math.floor(most / 3), length - most))
}
