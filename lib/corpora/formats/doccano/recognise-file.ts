import { classKeys, type Options, spanKeys } from '@/lib/corpora/formats/doccano/schema'
import { type FileSample, isObject, type Recognition, type RecordShape } from '@/lib/corpora/formats/model'
import { recogniseLongLine, sampleRecords } from '@/lib/corpora/formats/sample-records'
import type { TaskForm } from '@/lib/tasks/model'

type Sampled = Record<string, unknown>

/** As sure as many of its records have a text and, in a list, spans as doccano writes them, classes or answers. */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  return recogniseLongLine(sample, (shape) => recogniseRecords(sample, shape))
}

function recogniseRecords(sample: FileSample, shape: RecordShape): Recognition<Options> | null {
  const sampled = sampleRecords(sample, shape)
  const records = sampled?.records.map(({ value }) => value).filter(isObject) ?? []
  const written = (sampled?.records.length ?? 0) + (sampled?.broken ?? 0)
  const taskForms = taskFormsOf(records)
  if (!sampled || taskForms.length === 0) return null
  const fitting = records.filter((one) => typeof (one.text ?? one.data) === 'string' && isDoccano(one))
  if (fitting.length === 0) return null
  const multi = records.some((one) => listsOf(one, classKeys).some((list) => list.filter(isName).length > 1))
  return { certainty: (0.9 * fitting.length) / written, taskForms, options: { ...sampled.shape, multi } }
}

/** Nothing in it speaks against doccano. */
function isDoccano(record: Sampled): boolean {
  const keys = [...spanKeys, ...classKeys]
  return !('spans' in record) && keys.some((key) => Array.isArray(record[key]) || record[key] === undefined)
}

function taskFormsOf(records: readonly Sampled[]): TaskForm[] {
  const spans = records.flatMap((one) => listsOf(one, spanKeys)).flat()
  const names = records
    .flatMap((one) => listsOf(one, classKeys))
    .flat()
    .filter(isName)
  const relates = records.some(({ relations }) => Array.isArray(relations) && relations.length > 0)
  const found: (TaskForm | false)[] = [
    relates && 're',
    spans.some(isSpan) && 'ner',
    names.length > 0 && !areAnswers(names) && 'tc',
    names.length > 0 && 'general',
    names.length > 0 && areAnswers(names) && 'tc',
  ]
  return found.filter((form) => form !== false)
}

function listsOf(record: Sampled, keys: readonly string[]): unknown[][] {
  return keys.map((key) => record[key]).filter((value) => Array.isArray(value))
}

function isName(value: unknown): value is string {
  return typeof value === 'string'
}

/** `[0, 4, "label"]`, or the same by names. */
function isSpan(value: unknown): boolean {
  if (Array.isArray(value)) return typeof value[0] === 'number' && typeof value[1] === 'number'
  return isObject(value) && ('start_offset' in value || 'start' in value)
}

const LONG = 40

/** Classes come again and are short; what is written in answer to a text is neither. */
function areAnswers(names: readonly string[]): boolean {
  const long = names.filter((name) => name.length > LONG).length
  const isVaried = names.length > 20 && new Set(names).size > names.length / 2
  return long * 2 > names.length || isVaried
}
