import { locateWords } from '@/lib/corpora/formats/locate-words'
import type { Selected } from '@/lib/corpora/formats/mapping/gather/model'
import { selectItems, wordsOf } from '@/lib/corpora/formats/mapping/gather/select-values'
import type { Mapping } from '@/lib/corpora/formats/mapping/schema'
import { error, type Fault } from '@/lib/corpora/formats/report-faults'
import { codePointLength } from '@/lib/tasks/model'
import type { OpenieGold, OpenPart } from '@/lib/tasks/openie/gold'

/** The open tuples of a record. A part gets its place where its words stand in the text once. */
export function gatherTuples(
  record: Selected,
  { tuples: told = {} }: Mapping,
  { text, faults }: { text: string; faults: Fault[] },
): OpenieGold {
  const tuples = selectItems(record, told.list ?? '.').flatMap((item) => {
    const parts = (path: string | undefined) =>
      selectItems(item, path).flatMap(({ value }) => partOf(text, wordsOf(value)))
    const [predicate] = parts(told.predicate)
    const others = [told.subject, told.object, told.others].flatMap(parts)
    const place = item.place || 'tuples'
    if (predicate && others.length > 0 && others.length <= MOST) return [{ predicate, arguments: others }]
    const what = predicate
      ? `it has ${others.length} arguments; 1 to ${MOST} are possible`
      : 'it has no predicate'
    faults.push(error('argument-empty', `${place}: ${what}.`, { at: place }))
    return []
  })
  return { tuples }
}

const MOST = 6

function partOf(text: string, words: string | undefined): OpenPart[] {
  if (words === undefined || words.trim() === '') return []
  const [place, ...others] = locateWords(text, words)
  if (!place || others.length > 0 || place.text !== words) return [{ text: words }]
  return [{ text: words, start: place.start, end: place.start + codePointLength(words) }]
}
