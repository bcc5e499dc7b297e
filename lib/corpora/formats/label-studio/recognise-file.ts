import { type Options, type Region, type Task, taskSchema } from '@/lib/corpora/formats/label-studio/schema'
import type { FileSample, Recognition } from '@/lib/corpora/formats/model'
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
  const tasks = rated.records.flatMap(({ value }) => taskSchema.safeParse(value).data ?? [])
  const results = tasks
    .flatMap(({ annotations, completions }) => annotations ?? completions ?? [])
    .map(({ result }) => result)
  return {
    certainty: rated.share,
    taskForms: taskFormsOf(results.flat()),
    options: { ...rated.shape, ...textKeyOf(tasks), ...classesOf(results) },
  }
}

function isTask({ data, annotations, completions, predictions }: Record<string, unknown>): boolean {
  return (
    typeof data === 'object' && data !== null && [annotations, completions, predictions].some(Array.isArray)
  )
}

function taskFormsOf(regions: readonly Region[]): TaskForm[] {
  const has = (test: (type: string) => boolean) => regions.some(({ type = '' }) => test(type))
  const found: (TaskForm | false)[] = [
    has((type) => type === 'relation') && 're',
    has((type) => type.endsWith('labels')) && 'ner',
    has((type) => type === 'choices') && 'tc',
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

function classesOf(results: readonly Region[][]): Pick<Options, 'multi' | 'severalQuestions'> {
  const choices = results.map((result) => result.filter(({ type }) => type === 'choices'))
  const isMulti = (one: Region) => Array.isArray(one.value?.choices) && one.value.choices.length > 1
  const severalQuestions = new Set(choices.flat().map(({ from_name }) => from_name)).size > 1
  return { multi: severalQuestions || choices.flat().some(isMulti), severalQuestions }
}
