import { type FileSample, isObject, type Recognition } from '@/lib/corpora/formats/model'
import { sampleRecords } from '@/lib/corpora/formats/sample-records'
import { catsSchema, holds, type Options, recordOf, spanKeys } from '@/lib/corpora/formats/spacy/schema'
import type { TaskForm } from '@/lib/tasks/model'

type Sampled = Record<string, unknown>

/** As sure as many of its records are tuples of training data, or have values for classes. */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  const sampled = sampleRecords(sample)
  if (!sampled) return null
  const values = sampled.records.map(({ value }) => value).filter(isSpacy)
  const records = values.map(recordOf).filter(isObject)
  const taskForms: TaskForm[] = []
  if (records.some(({ cats }) => isObject(cats))) taskForms.push('tc')
  if (records.some(hasSpans)) taskForms.push('ner')
  if (taskForms.length === 0) return null
  const written = sampled.records.length + sampled.broken
  const multi = records.some(({ cats }) => isMulti(cats))
  return { certainty: (0.95 * records.length) / written, taskForms, options: { ...sampled.shape, multi } }
}

function isSpacy(value: unknown): boolean {
  const record = recordOf(value)
  if (!isObject(record) || typeof record.text !== 'string') return false
  if (record !== value) return isObject(record.cats) || hasSpans(record)
  return isObject(record.cats) || Array.isArray(record.ents)
}

function hasSpans(record: Sampled): boolean {
  return spanKeys.some((key) => Array.isArray(record[key]))
}

/** Classes exclude each other as long as exactly one holds. */
function isMulti(value: unknown): boolean {
  const cats = catsSchema.safeParse(value)
  return cats.success && Object.values(cats.data).filter(holds).length !== 1
}
