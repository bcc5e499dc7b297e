import { type FileSample, isObject, type Recognition, type RecordShape } from '@/lib/corpora/formats/model'
import { type Options, ownKeys } from '@/lib/corpora/formats/prodigy/schema'
import { recogniseLongLine, sampleRecords } from '@/lib/corpora/formats/sample-records'
import type { TaskForm } from '@/lib/tasks/model'

type Sampled = Record<string, unknown>

/** As sure as many of its records are objects with a text and marks, and surer when they carry what only Prodigy writes. */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  return recogniseLongLine(sample, (shape) => recogniseRecords(sample, shape))
}

function recogniseRecords(sample: FileSample, shape: RecordShape): Recognition<Options> | null {
  const sampled = sampleRecords(sample, shape)
  const records = sampled?.records.map(({ value }) => value).filter(isObject) ?? []
  const written = (sampled?.records.length ?? 0) + (sampled?.broken ?? 0)
  const texts = records.filter(({ text }) => typeof text === 'string')
  if (!sampled || texts.length === 0) return null
  const share = texts.length / written
  const taskForms = taskFormsOf(records)
  const isOwn = records.some((one) => ownKeys.some((key) => key in one))
  const isBare = texts.every((one) => Object.keys(one).every((key) => bareKeys.has(key)))
  const certainty = share * (isOwn ? 1 : taskForms.length > 0 ? 0.8 : isBare ? 0.2 : 0)
  const multi = records.some(isMulti)
  return {
    certainty,
    taskForms: taskForms.length > 0 ? taskForms : ['ner'],
    options: { ...sampled.shape, multi },
  }
}

/** A text with these alone is one that nobody has labelled yet, and the report says so. */
const bareKeys = new Set(['text', 'id', 'meta'])

function taskFormsOf(records: readonly Sampled[]): TaskForm[] {
  const has = (key: string) => records.some((one) => Array.isArray(one[key]))
  const relates = records.some(({ relations }) => Array.isArray(relations) && relations.length > 0)
  const isChosen = has('accept') || records.some(({ label, answer }) => typeof label === 'string' && answer)
  const found: (TaskForm | false)[] = [relates && 're', has('spans') && 'ner', isChosen && 'tc']
  return found.filter((form) => form !== false)
}

/** Several choices in one record, or a class that was said not to hold: then a text has any number of classes. */
function isMulti({ accept, config, label, answer }: Sampled): boolean {
  const style = isObject(config) ? config.choice_style : undefined
  return (
    style === 'multiple' ||
    (Array.isArray(accept) && accept.length > 1) ||
    (typeof label === 'string' && answer === 'reject')
  )
}
