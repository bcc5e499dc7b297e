import { type Options, tasks } from '@/lib/corpora/formats/iepile/schema'
import { type FileSample, isObject, type Recognition } from '@/lib/corpora/formats/model'
import { rateRecords } from '@/lib/corpora/formats/rate-records'
import type { TaskForm } from '@/lib/tasks/model'

type Extras = Record<string, unknown>

/** As sure as many of its records are texts with such answers, or instructions that hold a schema and an input. */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  const rated = rateRecords(sample, (record) => formOf(record) !== null)
  if (!rated) return null
  const forms = rated.records.flatMap(({ value }) => (isObject(value) ? (formOf(value) ?? []) : []))
  return { certainty: rated.share, taskForms: byCount(forms), options: rated.shape }
}

function formOf(record: Extras): TaskForm | null {
  if (typeof record.instruction === 'string')
    return isAsked(record) ? tasks.get(String(record.task))![0]! : null
  if (typeof record.text !== 'string') return null
  if (isListOf(record.event, 'event_type')) return 'ee'
  if (isListOf(record.relation, 'relation')) return 're'
  return isListOf(record.entity, 'entity_type') ? 'ner' : null
}

function isAsked({ task, instruction }: Extras): boolean {
  return (
    tasks.has(String(task)) && /^\s*\{/.test(String(instruction)) && String(instruction).includes('"schema"')
  )
}

function isListOf(value: unknown, key: string): boolean {
  return Array.isArray(value) && value.every((one) => isObject(one) && key in one)
}

function byCount(forms: readonly TaskForm[]): TaskForm[] {
  const count = (form: TaskForm) => forms.filter((one) => one === form).length
  return [...new Set(forms)].sort((a, b) => count(b) - count(a))
}
