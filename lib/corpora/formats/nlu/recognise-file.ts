import { type FileSample, isObject, type Recognition } from '@/lib/corpora/formats/model'
import { isOntology, type Options } from '@/lib/corpora/formats/nlu/schema'
import { rateRecords } from '@/lib/corpora/formats/rate-records'
import { sampleRecords } from '@/lib/corpora/formats/sample-records'
import type { TaskForm } from '@/lib/tasks/model'

/** As sure as many of its records have a text, if some have intents or slots. */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  const rated = rateRecords(sample, ({ text }) => typeof text === 'string')
  const records = rated?.records.map(({ value }) => value).filter(isObject) ?? []
  const taskForms: TaskForm[] = []
  if (records.some(({ intents }) => Array.isArray(intents))) taskForms.push('tc')
  if (records.some(({ slots }) => isObject(slots))) taskForms.push('ner')
  if (!rated || taskForms.length === 0) return recogniseOntology(sample)
  return { certainty: rated.share, taskForms, options: { ...rated.shape, isOntology: false } }
}

/** Known, so that it is refused by its name and not taken for a corpus. */
function recogniseOntology(sample: FileSample): Recognition<Options> | null {
  const whole = sampleRecords(sample, { layout: 'document', path: '' })
  if (!whole?.records.some(({ value }) => isOntology(value))) return null
  return { certainty: 1, taskForms: ['tc'], options: { ...whole.shape, isOntology: true } }
}
