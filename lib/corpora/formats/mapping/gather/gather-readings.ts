import type { Placer, Selected } from '@/lib/corpora/formats/mapping/gather/model'
import {
  selectItems,
  selectValues,
  selectWords,
  wordsOf,
} from '@/lib/corpora/formats/mapping/gather/select-values'
import type { Mapping } from '@/lib/corpora/formats/mapping/schema'
import { placeGivenWords } from '@/lib/corpora/formats/place-given-words'
import { error, type Fault } from '@/lib/corpora/formats/report-faults'
import { sliceCodePoints } from '@/lib/tasks/model'
import type { MrcGold } from '@/lib/tasks/mrc/gold'

type Told = NonNullable<Mapping['questions']>

/** The questions of a record about its text, each a gold of its own. */
export function gatherReadings(
  record: Selected,
  { questions: told = {} }: Mapping,
  { text, place: placer, faults }: { text: string; place: Placer; faults: Fault[] },
): MrcGold[] {
  return selectItems(record, told.list ?? '.').flatMap((item) => {
    const place = item.place || 'questions'
    const question = selectWords(item, told.question)
    if (question === undefined || question.trim() === '') {
      faults.push(
        error('question-empty', `${place}: there is no question at ${told.question}.`, {
          at: place,
          keys: told.question ?? '',
        }),
      )
      return []
    }
    const options = selectItems(item, told.options).flatMap(({ value }) => wordsOf(value) ?? [])
    const answers = answersOf(item, { told, options, text, placer, faults })
    const isImpossible = /^(true|1|yes)$/i.test(selectWords(item, told.impossible) ?? '')
    if (answers.length === 0 && !isImpossible && told.impossible === undefined && !isEmptyList(item, told)) {
      faults.push(
        error(
          'gold-missing',
          `${place}: there is no answer at ${told.answers ?? told.correct ?? told.start}.`,
          { at: place, keys: told.answers ?? told.correct ?? told.start ?? '' },
        ),
      )
      return []
    }
    const answerable = answers.length > 0 && !isImpossible
    const gold = { question, answers: answerable ? answers : [], answerable }
    const plausible = isImpossible && answers.length > 0 ? { plausible: answers } : {}
    return [{ ...gold, ...(options.length > 0 && { options }), ...plausible }]
  })
}

/** An empty list or an empty string says that the text does not answer. */
function isEmptyList(item: Selected, told: Told): boolean {
  const [found] = selectValues(item, told.answers)
  return (
    found !== undefined && (found.value === '' || (Array.isArray(found.value) && found.value.length === 0))
  )
}

function answersOf(
  item: Selected,
  of: { told: Told; options: readonly string[]; text: string; placer: Placer; faults: Fault[] },
): MrcGold['answers'] {
  const { told, options, text, faults } = of
  if (told.answers === undefined && told.end !== undefined) return [...marked(item, of), ...chosen(item, of)]
  const starts = selectItems(item, told.start).map(({ value }) => Number(value))
  const listed = selectItems(item, told.answers).flatMap(({ value, place }, at) => {
    const words = wordsOf(value)
    if (words === undefined) {
      faults.push(
        error('answer-malformed', `${place}: it is no text. Say where in it the words stand.`, { at: place }),
      )
      return []
    }
    if (words.trim() === '') return []
    if (options.length > 0) return [{ text: words }]
    const start = Number.isInteger(starts[at]) ? starts[at]! : null
    const otherwise = 'It was kept without a place.'
    const found = placeGivenWords(text, { name: place, text: words, start, otherwise })
    faults.push(...found.faults)
    return [found.place ?? { text: words }]
  })
  return [...listed, ...chosen(item, of)]
}

/** Answers of which only the places are told. */
function marked(
  item: Selected,
  { told, text, placer }: { told: Told; text: string; placer: Placer },
): MrcGold['answers'] {
  const [starts, ends] = [told.start, told.end].map((path) => selectItems(item, path))
  return starts!.flatMap(({ value, place }, at) => {
    const found = placer({ place, start: value, end: ends![at]?.value })
    return found ? [{ text: sliceCodePoints(text, found.start, found.end), start: found.start }] : []
  })
}

/** The option that is right: by its place from 0, by its letter, or by its words. */
function chosen(
  item: Selected,
  { told, options, faults }: { told: Told; options: readonly string[]; faults: Fault[] },
): MrcGold['answers'] {
  return selectItems(item, told.correct).flatMap(({ value, place }) => {
    const words = wordsOf(value) ?? ''
    const at = /^[A-Z]$/i.test(words) ? words.toUpperCase().charCodeAt(0) - 65 : Number(words || NaN)
    const found = options.includes(words) ? words : options[at]
    if (found !== undefined) return [{ text: found }]
    faults.push(
      error('answer-impossible', `${place}: “${words}” is none of the ${options.length} options.`, {
        at: place,
        words,
        count: options.length,
      }),
    )
    return []
  })
}
