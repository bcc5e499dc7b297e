import { withExtras } from '@/lib/corpora/formats/keep-extras'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { mapSpans } from '@/lib/corpora/formats/map-spans'
import { isObject } from '@/lib/corpora/formats/model'
import { readClasses } from '@/lib/corpora/formats/read-classes'
import { error, refuse, shapeFaults } from '@/lib/corpora/formats/report-faults'
import { catsSchema, holds, type Options, recordOf, spanKeys } from '@/lib/corpora/formats/spacy/schema'
import type { Reading } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'

const used = new Set(['text', 'cats', 'tokens', 'sents', '__proto__'])

/** A record becomes an instance: the classes that hold, or the entities; or it is refused with the place that is wrong. */
export function mapInstance(
  value: unknown,
  place: RecordPlace,
  { taskForm, options: { multi } }: { taskForm: TaskForm; options: Options },
): Reading {
  const record = recordOf(value)
  if (taskForm === 'ner') return mapSpans(record, place, spanKeys)
  if (!isObject(record)) return refuse(place, NO_RECORD)
  if (!isObject(record.cats)) return refuse(place, NO_CATS)
  const cats = catsSchema.safeParse(record.cats)
  if (!cats.success) return refuse(place, ...shapeFaults(cats.error, 'class-malformed'))
  const holding = Object.keys(cats.data).filter((name) => holds(cats.data[name]!))
  const read = readClasses(record.text, holding, { key: 'cats', multi })
  if (!read.instance) return refuse(place, ...read.faults)
  return withExtras(read.instance, { record, used, place })
}

const NO_RECORD = error(
  'not-an-object',
  'This is JSON but neither an object with “text” and “cats” nor a pair of a text and such an object.',
)
const NO_CATS = error('gold-missing', 'There is no “cats”: a text that nobody labelled is not gold.', {
  keys: 'cats',
})
