import { type Located, locateWords } from '@/lib/corpora/formats/locate-words'
import { type Fault, warning } from '@/lib/corpora/formats/report-faults'
import { excerptOf } from '@/lib/corpora/model'
import { codePointLength, type Offsets } from '@/lib/tasks/model'

/** Words that stand somewhere in a text; `name` is their own in the record. */
export type Sought = { words: string; name: string }

/** Finds places for words that came without. What is uncertain or not found is said in `faults`. */
export type MentionFinder = {
  /** A place for each, equal words one after the other in the order of the text. Null: there is none, or none left. */
  each(sought: readonly Sought[]): (Offsets | null)[]
  /** The first place, for words that mean the same thing wherever they stand. */
  first(sought: Sought): Offsets | null
  faults: readonly Fault[]
}

export function findMentions(text: string): MentionFinder {
  const faults: Fault[] = []
  const known = new Map<string, Located[]>()
  const told = new Set<string>()
  const places = (words: string) => {
    const found = known.get(words) ?? wholeWords(text, locateWords(text, words.trim()))
    known.set(words, found)
    return found
  }
  const tell = (fault: Fault, about: string) => {
    if (!told.has(about)) faults.push(fault)
    told.add(about)
  }
  return {
    faults,
    first({ words, name }) {
      const found = places(words)
      if (found.length === 0) faults.push(absent(name, words))
      if (found.length > 1) tell(ambiguous(name, words, found.length), words)
      return found[0] ? extentOf(found[0]) : null
    },
    each(sought) {
      const wanted = countsOf(sought.map(({ words }) => words))
      const taken = new Map<string, number>()
      return sought.map(({ words, name }) => {
        const found = places(words)
        const turn = taken.get(words) ?? 0
        taken.set(words, turn + 1)
        if (found.length === 0) faults.push(absent(name, words))
        else if (turn >= found.length) faults.push(tooOften(name, words, found.length))
        else if (turn === 0 && found.length > wanted.get(words)!)
          faults.push(ambiguous(name, words, found.length))
        return found[turn] ? extentOf(found[turn]) : null
      })
    },
  }
}

function extentOf({ text, start }: Located): Offsets {
  return { start, end: start + codePointLength(text) }
}

const LETTER = /[\p{L}\p{N}]/u
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u

/** Where words stand within longer ones too (`he` in `the`), only the places where they stand alone. */
function wholeWords(text: string, found: Located[]): Located[] {
  if (found.length < 2) return found
  const points = [...text]
  const isPart = (inner: string | undefined, outer: string | undefined) =>
    inner !== undefined &&
    outer !== undefined &&
    [inner, outer].every((one) => LETTER.test(one) && !UNSPACED.test(one))
  const whole = found.filter((place) => {
    const { start, end } = extentOf(place)
    return !isPart(points[start], points[start - 1]) && !isPart(points[end - 1], points[end])
  })
  return whole.length > 0 ? whole : found
}

function countsOf(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

function absent(name: string, words: string): Fault {
  return warning(
    'words-absent',
    `${name}: “${excerptOf(words)}” does not stand in the text. It was left out.`,
    { at: name, words: excerptOf(words) },
  )
}

function ambiguous(name: string, words: string, count: number): Fault {
  return warning(
    'words-ambiguous',
    `${name}: “${excerptOf(words)}” stands in ${count} places of the text, and nothing says in which. The first was taken.`,
    { at: name, words: excerptOf(words), count },
  )
}

function tooOften(name: string, words: string, count: number): Fault {
  return warning(
    'words-twice',
    `${name}: “${excerptOf(words)}” is given more often than it stands in the text (${count}). It was left out.`,
    { at: name, words: excerptOf(words), count },
  )
}
