import { checkCharacters, checkText } from '@/lib/corpora/formats/check-text'
import { keepExtras } from '@/lib/corpora/formats/keep-extras'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { isObject } from '@/lib/corpora/formats/model'
import { placeGivenWords } from '@/lib/corpora/formats/place-given-words'
import { error, type Fault, reportFaults, warning } from '@/lib/corpora/formats/report-faults'
import {
  articleSchema,
  type GivenAnswer,
  paragraphSchema,
  type Question,
  questionSchema,
  used,
} from '@/lib/corpora/formats/squad/schema'
import type { NewInstance, Reading } from '@/lib/corpora/model'
import { canonicalMrcGold, type MrcGold, type ReadingAnswer } from '@/lib/tasks/mrc/gold'

/** A paragraph becomes an instance for each of its questions. A question that cannot be read is refused alone. */
export function mapInstance(value: unknown, place: RecordPlace): Reading {
  const article = articleSchema.safeParse(value)
  if (article.success)
    return joinReadings(
      article.data.paragraphs.map((one, i) => mapParagraph(one, place, `paragraphs[${i}].`)),
    )
  return mapParagraph(value, place, '')
}

function mapParagraph(value: unknown, place: RecordPlace, name: string): Reading {
  const paragraph = paragraphSchema.safeParse(value)
  if (!paragraph.success) return mapQuestion(value, { ...place, name: name.slice(0, -1), context: undefined })
  const { context, qas } = paragraph.data
  return joinReadings(qas.map((one, i) => mapQuestion(one, { ...place, name: `${name}qas[${i}]`, context })))
}

function joinReadings(readings: readonly Reading[]): Reading {
  return {
    instances: readings.flatMap(({ instances }) => instances),
    issues: readings.flatMap(({ issues }) => issues),
  }
}

type QuestionPlace = RecordPlace & { name: string; context: string | undefined }

function mapQuestion(value: unknown, { line, written, name, context }: QuestionPlace): Reading {
  const record = isObject(value) ? value : {}
  const text = context ?? record.context
  const faults: Fault[] = []
  const instance = readQuestion(record, { text, name, written, faults })
  const excerpt = typeof record.question === 'string' ? record.question : written
  return { instances: instance ? [instance] : [], issues: reportFaults(faults, { line, written: excerpt }) }
}

function readQuestion(
  record: Record<string, unknown>,
  given: { text: unknown; name: string; written: string; faults: Fault[] },
): NewInstance | null {
  const { text, name, written, faults } = given
  if (typeof text !== 'string') {
    faults.push(
      error('text-missing', `${name ? `${name}: ` : ''}There is no “context”, or it is no string.`, {
        ...(name && { at: name }),
        keys: 'context',
      }),
    )
    return null
  }
  const question = questionSchema.safeParse(record)
  if (!question.success) {
    faults.push(
      ...question.error.issues.map(({ path, message }) => malformed(nameOf(name, ...path), message)),
    )
    return null
  }
  faults.push(...checkText(text, '“context”'), ...checkQuestion(question.data, name))
  if (faults.some(({ severity }) => severity === 'error')) return null
  const gold = readGold(text, question.data, { name, faults })
  if (!gold) return null
  const { meta, faults: left } = keepExtras(record, { used, written })
  faults.push(...left)
  return meta ? { text, gold, labels: [], meta } : { text, gold, labels: [] }
}

function nameOf(...path: PropertyKey[]): string {
  return path
    .filter((key) => key !== '')
    .reduce<string>((name, key) => {
      if (typeof key === 'number') return `${name}[${key}]`
      return name === '' ? String(key) : `${name}.${String(key)}`
    }, '')
}

function malformed(name: string, message: string): Fault {
  return error('question-malformed', `${name}: ${message}.`, { at: name, detail: message })
}

function checkQuestion({ question, answers, plausible_answers }: Question, name: string): Fault[] {
  const said = [...(answers ?? []), ...(plausible_answers ?? [])]
  const faults = said.flatMap(({ text }) => checkCharacters(text, nameOf(name, 'answers')))
  if (question.trim() === '')
    return [
      ...faults,
      error('question-empty', `${nameOf(name, 'question')}: it asks nothing.`, {
        at: nameOf(name, 'question'),
      }),
    ]
  return [...faults, ...checkCharacters(question, nameOf(name, 'question'))]
}

/** With `is_impossible` what stands as an answer only looks like one. */
function readGold(
  text: string,
  question: Question,
  { name, faults }: { name: string; faults: Fault[] },
): MrcGold | null {
  const place = (key: string, answers: readonly GivenAnswer[]) =>
    answers.flatMap((answer, i) => placeIn(text, { ...answer, name: `${nameOf(name, key)}[${i}]` }, faults))
  const answers = place('answers', question.answers ?? [])
  const plausible = place('plausible_answers', question.plausible_answers ?? [])
  const given = { question: question.question, plausible }
  if (question.is_impossible) {
    if (answers.length > 0) faults.push(answeredThoughImpossible(name))
    return canonicalMrcGold({
      ...given,
      answers: [],
      answerable: false,
      plausible: [...answers, ...plausible],
    })
  }
  if (answers.length > 0) return canonicalMrcGold({ ...given, answers, answerable: true })
  if (!question.answers) {
    faults.push(
      error('gold-missing', `${nameOf(name, 'answers')}: a question that nobody answered is not gold.`, {
        at: nameOf(name, 'answers'),
      }),
    )
    return null
  }
  if (name !== '' && typeof question.is_impossible !== 'boolean') faults.push(impossibleUnsaid(name))
  return canonicalMrcGold({ ...given, answers, answerable: false })
}

function placeIn(text: string, answer: GivenAnswer & { name: string }, faults: Fault[]): ReadingAnswer[] {
  if (answer.text.trim() === '') {
    faults.push(
      warning('answer-empty', `${answer.name}: it has no words. It was left out.`, { at: answer.name }),
    )
    return []
  }
  const { place, faults: said } = placeGivenWords(text, {
    ...answer,
    otherwise: 'It was kept without a place.',
  })
  faults.push(...said)
  return [place ?? { text: answer.text }]
}

function answeredThoughImpossible(name: string): Fault {
  return warning(
    'answer-impossible',
    `${nameOf(name, 'is_impossible')}: the question has answers and none is said to be right. They were kept as plausible ones.`,
    { at: nameOf(name, 'is_impossible') },
  )
}

/** Rows of Hugging Face say it with an empty list; the files of SQuAD have a key for it. */
function impossibleUnsaid(name: string): Fault {
  return warning(
    'answers-none',
    `${nameOf(name, 'answers')}: there are none, and no “is_impossible” says why. The question was read as one without an answer in the text.`,
    { at: nameOf(name, 'answers') },
  )
}
