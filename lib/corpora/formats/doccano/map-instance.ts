import { checkText } from '@/lib/corpora/formats/check-text'
import { classKeys, type Options, relationsSchema, spanKeys } from '@/lib/corpora/formats/doccano/schema'
import { withExtras } from '@/lib/corpora/formats/keep-extras'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { mapSpans } from '@/lib/corpora/formats/map-spans'
import { isObject } from '@/lib/corpora/formats/model'
import { readClasses } from '@/lib/corpora/formats/read-classes'
import { readSpans } from '@/lib/corpora/formats/read-spans'
import { relateEntities } from '@/lib/corpora/formats/relate-entities'
import { error, type Fault, refuse, shapeFaults } from '@/lib/corpora/formats/report-faults'
import type { Reading } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'

type Extras = Record<string, unknown>

/** A record becomes an instance of the task form, or one for each of its answers, or is refused with the place that is wrong. */
export function mapInstance(
  value: unknown,
  place: RecordPlace,
  { taskForm, options: { multi } }: { taskForm: TaskForm; options: Options },
): Reading {
  const record = isObject(value) && value.text === undefined && 'data' in value ? renamed(value) : value
  if (taskForm === 'ner') return mapSpans(record, place, spanKeys)
  if (!isObject(record)) return refuse(place, error('not-an-object', 'This is JSON but no object.'))
  if (taskForm === 're') return mapRelations(record, place)
  return taskForm === 'tc' ? mapClasses(record, place, multi) : mapAnswers(record, place)
}

/** Early versions called the text `data`. */
function renamed({ data, ...rest }: Extras): Extras {
  return { text: data, ...rest }
}

const ofRelations = new Set(['text', 'entities', 'relations', '__proto__'])

function mapRelations(record: Extras, place: RecordPlace): Reading {
  if (!Array.isArray(record.entities) || !Array.isArray(record.relations)) return refuse(place, NO_RELATIONS)
  const read = readSpans(record.text, record.entities, 'entities')
  if (!('spans' in read)) return refuse(place, ...read.faults)
  const parsed = relationsSchema.safeParse(record)
  if (!parsed.success) return refuse(place, ...shapeFaults(parsed.error, 'relation-malformed'))
  const byId = new Map(parsed.data.entities.map(({ id }, i) => [id, read.spans[i]!]))
  const relations = parsed.data.relations.map(({ from_id, to_id, type }) => ({
    type,
    head: byId.get(from_id)!,
    tail: byId.get(to_id)!,
  }))
  const dangling = parsed.data.relations.flatMap(({ from_id, to_id }, i) =>
    [from_id, to_id].filter((id) => !byId.has(id)).map((id) => noEntity(`relations[${i}]`, id)),
  )
  if (dangling.length > 0) return refuse(place, ...dangling)
  const { gold, faults: mended } = relateEntities(read.spans, relations)
  const labels = gold.relations.map(({ type }) => type)
  return withExtras({ text: read.text, gold, labels }, { record, used: ofRelations, place, faults: mended })
}

const NO_RELATIONS = error('gold-missing', 'There are no lists “entities” and “relations” in this record.', {
  keys: 'entities, relations',
})

function noEntity(place: string, id: string | number): Fault {
  return error('relation-dangling', `${place} names the entity ${id}, which this record does not have.`, {
    at: place,
    id,
  })
}

const ofClasses = new Set(['text', 'cats', 'label', 'labels', '__proto__'])

function mapClasses(record: Extras, place: RecordPlace, multi: boolean): Reading {
  const key = classKeys.find((name) => typeof record[name] === 'string' || Array.isArray(record[name]))
  if (!key) return refuse(place, NO_CLASSES)
  const read = readClasses(record.text, [record[key]].flat(), { key, multi })
  if (!read.instance) return refuse(place, ...read.faults)
  return withExtras(read.instance, { record, used: ofClasses, place })
}

const NO_CLASSES = error(
  'gold-missing',
  'There is no “label”, “labels” or “cats”: a text that nobody labelled is not gold.',
  { keys: 'label, labels, cats' },
)

/** Sequence to sequence: the text is what a user says, each label what is answered. */
function mapAnswers(record: Extras, place: RecordPlace): Reading {
  const { text } = record
  const key = ['label', 'labels'].find(
    (name) => typeof record[name] === 'string' || Array.isArray(record[name]),
  )
  if (typeof text !== 'string')
    return refuse(place, error('text-missing', '“text” is missing or no string.', { keys: 'text' }))
  const answers = key ? [record[key]].flat() : []
  if (answers.length === 0) return refuse(place, NO_ANSWER)
  const faults = [...checkText(text), ...answers.flatMap((one, i) => answerFaults(one, `${key}[${i}]`))]
  if (faults.length > 0) return refuse(place, ...faults)
  const readings = [...new Set(answers as string[])].map((answer) => {
    const turns = [
      { from: 'user', text },
      { from: 'assistant', text: answer },
    ]
    return withExtras({ text, gold: { turns }, labels: [] }, { record, used: ofClasses, place })
  })
  return { instances: readings.flatMap(({ instances }) => instances), issues: readings[0]!.issues }
}

const NO_ANSWER = error('gold-missing', 'There is no “label” or “labels” with an answer to the text.', {
  keys: 'label, labels',
})

function answerFaults(answer: unknown, place: string): Fault[] {
  if (typeof answer !== 'string') return [error('answer-malformed', `${place} is no text.`, { at: place })]
  return answer.trim() === ''
    ? [error('answer-malformed', `${place} is empty.`, { at: place })]
    : checkText(answer, place)
}
