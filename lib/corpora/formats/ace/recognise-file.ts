import type { Options } from '@/lib/corpora/formats/ace/schema'
import type { FileSample, Recognition } from '@/lib/corpora/formats/model'
import { rateRecords } from '@/lib/corpora/formats/rate-records'
import type { TaskForm } from '@/lib/tasks/model'

type Extras = Record<string, unknown>

const marks: readonly [TaskForm, keys: readonly string[]][] = [
  ['ee', ['event_mentions', 'golden-event-mentions', 'events']],
  ['re', ['relation_mentions', 'relations']],
  ['ner', ['entity_mentions', 'golden-entity-mentions', 'ner']],
]

/** As sure as many of its records are tokens or sentences with mentions. What is marked most richly is the likeliest task form. */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  const rated = rateRecords(sample, (record) => hasMentions(record) || hasSentences(record))
  if (!rated) return null
  const marked = marks.filter(([, keys]) =>
    rated.records.some(({ value }) => keys.some((key) => isMarked((value as Extras)?.[key]))),
  )
  const taskForms = (marked.length > 0 ? marked : marks).map(([form]) => form)
  return { certainty: rated.share, taskForms, options: rated.shape }
}

function hasMentions(record: Extras): boolean {
  const isText =
    typeof (record.sentence ?? record.text) === 'string' || Array.isArray(record.tokens ?? record.words)
  return (
    isText && Object.keys(record).some((key) => /^(golden-)?(entity|event|relation)[_-]mentions$/.test(key))
  )
}

function hasSentences({ sentences, ner, relations, events }: Extras): boolean {
  return (
    Array.isArray(sentences) && sentences.every(Array.isArray) && [ner, relations, events].some(Array.isArray)
  )
}

/** A list that is not empty, nor made of empty lists. */
function isMarked(value: unknown): boolean {
  return Array.isArray(value) && value.some((one) => !Array.isArray(one) || one.length > 0)
}
