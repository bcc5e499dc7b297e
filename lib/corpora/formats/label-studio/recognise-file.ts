import { classesOf, isClass, isWritten } from '@/lib/corpora/formats/label-studio/regions/read-answers'
import { chosenKeys, isShort, taskOf } from '@/lib/corpora/formats/label-studio/regions/task-of'
import { type Options, type Region, type Task, taskSchema } from '@/lib/corpora/formats/label-studio/schema'
import { type FileSample, isObject, type Recognition } from '@/lib/corpora/formats/model'
import { rateRecords } from '@/lib/corpora/formats/rate-records'
import type { TaskForm } from '@/lib/tasks/model'

/** As sure as many of its records are tasks with data and annotations. */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  const rated = rateRecords(sample, isTask, [
    {},
    { layout: 'document', path: '*' },
    { layout: 'document', path: '' },
  ])
  if (!rated) return null
  const rows = rated.records.map(({ value }) => value).filter(isObject)
  const chosen = chosenKeys(rows)
  const tasks = rows.flatMap((row) => taskSchema.safeParse(taskOf(row, chosen)).data ?? [])
  const results = tasks
    .flatMap(({ annotations, completions }) => annotations ?? completions ?? [])
    .map(({ result }) => result)
  return {
    certainty: rated.share,
    taskForms: taskFormsOf(results.flat()),
    options: { ...rated.shape, ...textKeyOf(tasks), ...questionsIn(results), chosen },
  }
}

function isTask(record: Record<string, unknown>): boolean {
  const { data, annotations, completions, predictions } = record
  return isShort(record) || (isObject(data) && [annotations, completions, predictions].some(Array.isArray))
}

function taskFormsOf(regions: readonly Region[]): TaskForm[] {
  const found: (TaskForm | false)[] = [
    regions.some(({ type }) => type === 'relation') && 're',
    regions.some(({ type }) => type?.endsWith('labels')) && 'ner',
    regions.some(isClass) && 'tc',
    regions.some(isWritten) && 'general',
  ]
  const forms = found.filter((form) => form !== false)
  return forms.length > 0 ? forms : ['ner']
}

/** The key whose texts are the longest, where it is not called `text`. */
function textKeyOf(tasks: readonly Task[]): { textKey?: string } {
  const lengths = new Map<string, number>()
  for (const { data } of tasks)
    for (const [key, value] of Object.entries(data))
      if (typeof value === 'string') lengths.set(key, (lengths.get(key) ?? 0) + value.length)
  const longest = [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0]
  const textKey = lengths.has('text') ? 'text' : longest
  return textKey === undefined ? {} : { textKey }
}

function questionsIn(results: readonly Region[][]): Pick<Options, 'multi' | 'severalQuestions'> {
  const asked = results.flat().filter(isClass)
  const severalQuestions = new Set(asked.map(({ from_name }) => from_name)).size > 1
  return { multi: severalQuestions || asked.some((one) => classesOf(one).length > 1), severalQuestions }
}
