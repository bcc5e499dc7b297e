import { locateWords } from '@/lib/corpora/formats/locate-words'
import type { Placer } from '@/lib/corpora/formats/mapping/gather/model'
import type { Mapping } from '@/lib/corpora/formats/mapping/schema'
import { placeWords } from '@/lib/corpora/formats/place-words'
import { error, type Fault, warning } from '@/lib/corpora/formats/report-faults'
import { excerptOf } from '@/lib/corpora/model'
import { codePointLength, type Offsets } from '@/lib/tasks/model'

type Counting = Pick<Mapping, 'offsets' | 'inclusive'> & { tokens: readonly Offsets[] }

/** Makes what finds the places in one text: by offsets as the mapping counts them, checked against words where both are told. */
export function placeMentions(text: string, counting: Counting, faults: Fault[]): Placer {
  return ({ place, start, end, words }) => {
    if (start === undefined && end === undefined) return searchWords(text, { place, words }, faults)
    const given = offsetsOf(counting, { start, end, words })
    if (!given) {
      faults.push(
        error('span-malformed', `${place}: ${numbersOf(start, end)}.`, {
          at: place,
          ...numbersIn(start, end),
        }),
      )
      return null
    }
    const counts = counting.offsets === 'utf-16' ? 'units' : 'points'
    const found = placeWords(text, { ...given, words, counts })
    if (!found) faults.push(nowhere(place, { ...given, words, length: codePointLength(text) }))
    else if (found.isMoved)
      faults.push(
        warning('words-moved', `${place}: “${excerptOf(words ?? '')}” was moved to where it stands.`, {
          at: place,
          words: excerptOf(words ?? ''),
        }),
      )
    return found && { start: found.start, end: found.end }
  }
}

function offsetsOf(
  { offsets, inclusive, tokens }: Counting,
  given: { start: unknown; end: unknown; words: string | undefined },
): Offsets | null {
  const start = wholeOf(given.start)
  const told = wholeOf(given.end)
  if (start === null || (told === null && given.words === undefined)) return null
  const end = told === null ? start + codePointLength(given.words!) : told + (inclusive ? 1 : 0)
  if (offsets !== 'token') return { start, end }
  const [first, last] = [tokens[start], tokens[end - 1]]
  return first && last ? { start: first.start, end: last.end } : null
}

function wholeOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : null
}

function numbersIn(start: unknown, end: unknown) {
  const [from, to] = [start, end].map((value) => excerptOf(JSON.stringify(value) ?? ''))
  return { start: from!, end: to! }
}

function numbersOf(start: unknown, end: unknown): string {
  const written = [start, end].map((value) => excerptOf(JSON.stringify(value) ?? 'nothing'))
  return `it starts at ${written[0]} and ends at ${written[1]}, which are no offsets of this text`
}

function nowhere(place: string, given: Offsets & { words: string | undefined; length: number }): Fault {
  const { start, end, words, length } = given
  if (start >= end)
    return error('span-empty', `${place}: it starts at ${start} and ends at ${end}, which is no text.`, {
      at: place,
      start,
      end,
    })
  if (end > length || words === undefined)
    return error('span-out-of-range', `${place}: it ends at ${end}, and the text has ${length} characters.`, {
      at: place,
      end,
      length,
    })
  const said = `“${excerptOf(words)}” does not stand at ${start}, nor once elsewhere in the text`
  return error('words-absent', `${place}: ${said}.`, { at: place, words: excerptOf(words), start })
}

function searchWords(text: string, given: { place: string; words: string | undefined }, faults: Fault[]) {
  const { place, words } = given
  if (words === undefined || words.trim() === '') {
    faults.push(error('span-malformed', `${place}: it has neither offsets nor words.`, { at: place }))
    return null
  }
  const [first, ...others] = locateWords(text, words)
  if (!first) {
    faults.push(
      error('words-absent', `${place}: “${excerptOf(words)}” does not stand in the text.`, {
        at: place,
        words: excerptOf(words),
      }),
    )
    return null
  }
  if (others.length > 0) {
    const said = `“${excerptOf(words)}” stands in ${others.length + 1} places. The first was taken`
    faults.push(warning('words-ambiguous', `${place}: ${said}.`, { at: place, words: excerptOf(words) }))
  }
  return { start: first.start, end: first.start + codePointLength(first.text) }
}
