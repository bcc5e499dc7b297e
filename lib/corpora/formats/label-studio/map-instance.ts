import { checkText } from '@/lib/corpora/formats/check-text'
import { closeConversation } from '@/lib/corpora/formats/close-conversation'
import { withExtras } from '@/lib/corpora/formats/keep-extras'
import {
  classesOf,
  isClass,
  isWritten,
  writtenIn,
} from '@/lib/corpora/formats/label-studio/regions/read-answers'
import { isShort, taskOf } from '@/lib/corpora/formats/label-studio/regions/task-of'
import {
  type Annotation,
  type Options,
  placeSchema,
  type Region,
  type Task,
  taskSchema,
  textOf,
} from '@/lib/corpora/formats/label-studio/schema'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { isObject } from '@/lib/corpora/formats/model'
import { placeWords } from '@/lib/corpora/formats/place-words'
import { readClasses } from '@/lib/corpora/formats/read-classes'
import { relateEntities } from '@/lib/corpora/formats/relate-entities'
import { error, type Fault, refuse, shapeFaults, warning } from '@/lib/corpora/formats/report-faults'
import type { NewInstance, Reading } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'
import { canonicalNerGold, type NerSpan, nerSpanSchema } from '@/lib/tasks/ner/gold'

type Found = { instance: NewInstance | null; faults: readonly Fault[] }

const used = new Set(['annotations', 'completions', 'predictions', '__proto__'])

/** A task becomes an instance of what one annotator made of it, or is refused with the place that is wrong. */
export function mapInstance(
  value: unknown,
  place: RecordPlace,
  { taskForm, options }: { taskForm: TaskForm; options: Options },
): Reading {
  if (!isObject(value))
    return refuse(
      place,
      error('not-an-object', 'This is JSON but no task: {"data": …, "annotations": […]} is expected.'),
    )
  const parsed = taskSchema.safeParse(taskOf(value, options.chosen))
  if (!parsed.success) return refuse(place, ...shapeFaults(parsed.error, 'gold-malformed'))
  const text = textOf(parsed.data.data, options.textKey)
  if (text === undefined)
    return refuse(
      place,
      error('text-missing', `The task's data has no text${options.textKey ? ` “${options.textKey}”` : ''}.`, {
        keys: options.textKey ?? 'text',
      }),
    )
  const { annotation, faults } = chooseAnnotation(parsed.data)
  if (!annotation) return refuse(place, ...faults)
  const found = readAnnotation(text, annotation, { taskForm, options })
  if (!found.instance) return refuse(place, ...found.faults)
  const own = isShort(value) ? { id: value.id, annotator: value.annotator } : value
  const unread = unreadIn(annotation, taskForm)
  const record = { ...own, data: othersOf(parsed.data.data, text), beside: unread }
  const said = unread ? [keptBeside(unread)] : []
  return withExtras(found.instance, { record, used, place, faults: [...faults, ...found.faults, ...said] })
}

function othersOf(data: Task['data'], text: string): Record<string, unknown> | undefined {
  const others = Object.entries(data).filter(([, value]) => value !== text)
  return others.length > 0 ? Object.fromEntries(others) : undefined
}

/** What the task form has no place for. */
function unreadIn({ result }: Annotation, taskForm: TaskForm): Region[] | undefined {
  const unread = result.filter((region) => !isRead(region, taskForm))
  return unread.length > 0 ? unread : undefined
}

function isRead(region: Region, taskForm: TaskForm): boolean {
  if (taskForm === 'tc') return isClass(region)
  if (taskForm === 'general') return isWritten(region)
  return Boolean(region.type?.endsWith('labels')) || (taskForm === 're' && region.type === 'relation')
}

function keptBeside(unread: readonly Region[]): Fault {
  const kinds = [...new Set(unread.map(({ type = 'region' }) => type))].join(', ')
  return warning(
    'kept-beside',
    `The task form has no place for ${unread.length} answers (${kinds}). What is small of them is kept beside it.`,
  )
}

/** The one that was declared the truth, or else the first that nobody cancelled. */
function chooseAnnotation(task: Task): { annotation?: Annotation; faults: Fault[] } {
  const all = task.annotations ?? task.completions ?? []
  const valid = all.filter(({ was_cancelled, skipped }) => !was_cancelled && !skipped)
  if (valid.length === 0) return { faults: [whyNone(task, all.length)] }
  const truth = valid.find(({ ground_truth }) => ground_truth)
  const faults = truth || valid.length === 1 ? [] : [severalAnnotations(valid.length)]
  return { annotation: truth ?? valid[0]!, faults }
}

function whyNone({ predictions = [] }: Task, cancelled: number): Fault {
  if (cancelled > 0)
    return warning('annotation-cancelled', 'Every annotation of this task was cancelled. It was left out.')
  if (predictions.length > 0)
    return error(
      'gold-predicted',
      'This task has predictions of a model and no annotation. What a model predicted is not gold.',
    )
  return error('gold-missing', 'This task has no annotation: a text that nobody labelled is not gold.')
}

function severalAnnotations(count: number): Fault {
  return warning(
    'several-annotations',
    `This task has ${count} annotations, and none is marked as the truth. The first was read.`,
    { count },
  )
}

function readAnnotation(
  text: string,
  { result }: Annotation,
  { taskForm, options }: { taskForm: TaskForm; options: Options },
): Found {
  if (taskForm === 'tc')
    return readClasses(text, choicesIn(result, options), { key: 'choices', multi: options.multi })
  if (taskForm === 'general') return readWritten(text, result)
  const marked = result.flatMap((region, i) => readRegion(text, region, `result[${i}]`))
  const faults = [...checkText(text), ...marked.flatMap((one) => one.faults)]
  if (faults.some(({ severity }) => severity === 'error')) return { instance: null, faults }
  if (taskForm === 're') return readRelations(text, { result, marked, faults })
  const gold = canonicalNerGold(marked.flatMap(({ spans }) => spans))
  return { instance: { text, gold, labels: gold.spans.map(({ label }) => label) }, faults }
}

type Marked = { id: Region['id']; spans: NerSpan[]; faults: Fault[] }

/** A region with one label or several; choices and relations are none. */
function readRegion(text: string, { id, type, value }: Region, place: string): Marked[] {
  const labels = value?.[type ?? ''] ?? value?.labels
  if (!value || !type?.endsWith('labels') || !Array.isArray(labels)) return []
  const given = placeSchema.safeParse(
    isObject(value.globalOffsets) ? { ...value, ...value.globalOffsets } : value,
  )
  if (!given.success)
    return [{ id, spans: [], faults: shapeFaults(given.error, 'span-malformed').map(within(place)) }]
  const { start, end, text: words } = given.data
  const at = placeWords(text, { start, end, words, counts: 'units' })
  if (!at) return [{ id, spans: [], faults: [notThere(place, given.data)] }]
  const spans = labels.map((label) => ({ start: at.start, end: at.end, label }))
  const parsed = nerSpanSchema.array().safeParse(spans)
  if (!parsed.success)
    return [{ id, spans: [], faults: shapeFaults(parsed.error, 'span-malformed').map(within(place)) }]
  const moved = warning(
    'span-moved',
    `${place}: “${words}” does not stand at ${start}. It was found at ${at.start}.`,
    { at: place, words: words ?? '', start, found: at.start },
  )
  return [{ id, spans: parsed.data, faults: at.isMoved ? [moved] : [] }]
}

function within(place: string): (fault: Fault) => Fault {
  return (fault) => ({
    ...fault,
    message: `${place}.${fault.message}`,
    params: { ...fault.params, at: `${place}.${fault.params?.at ?? ''}` },
  })
}

function notThere(
  place: string,
  { start, end, text }: { start: number; end: number; text?: string | undefined },
): Fault {
  const words = text === undefined ? 'a place in the text' : `the place of “${text}” in the text`
  return error('span-out-of-range', `${place}: ${start} to ${end} is not ${words}.`, {
    at: place,
    start,
    end,
    words: text ?? '',
  })
}

function readRelations(
  text: string,
  { result, marked, faults }: { result: Region[]; marked: Marked[]; faults: Fault[] },
): Found {
  const byId = new Map(marked.map(({ id, spans }) => [id, spans[0]]))
  const listed = result.filter(({ type }) => type === 'relation')
  const dangling = listed.filter(({ from_id, to_id }) => !byId.get(from_id) || !byId.get(to_id)).map(noRegion)
  if (dangling.length > 0) return { instance: null, faults: dangling }
  const relations = listed.flatMap((one) => relationsOf(one, (id) => byId.get(id)!))
  const { gold, faults: mended } = relateEntities(
    marked.flatMap(({ spans }) => spans),
    relations,
  )
  const unnamed = listed.some(({ labels = [] }) => labels.length === 0) ? [RELATION_UNNAMED] : []
  const labels = gold.relations.map(({ type }) => type)
  return { instance: { text, gold, labels }, faults: [...faults, ...mended, ...unnamed] }
}

const UNNAMED = 'relation'
const RELATION_UNNAMED = warning(
  'relation-unnamed',
  `There is a relation without a label. It was read as “${UNNAMED}”.`,
)

function noRegion({ from_id, to_id }: Region): Fault {
  return error(
    'relation-dangling',
    `A relation joins the regions ${from_id} and ${to_id}, which are not both in this task.`,
    { id: `${from_id}, ${to_id}` },
  )
}

/** Drawn from right to left, it goes that way; drawn both ways, it is two. */
function relationsOf(
  { from_id, to_id, direction, labels = [] }: Region,
  regionOf: (id: Region['id']) => NerSpan,
) {
  const [from, to] = [regionOf(from_id), regionOf(to_id)]
  const types = labels.length > 0 ? labels : [UNNAMED]
  const forth = types.map((type) => ({ type, head: from, tail: to }))
  const back = types.map((type) => ({ type, head: to, tail: from }))
  return direction === 'left' ? back : direction === 'bi' ? [...forth, ...back] : forth
}

/** What was chosen about the whole text; what was chosen about a region of it is none of its classes. */
function choicesIn(result: readonly Region[], { severalQuestions }: Options): unknown[] {
  return result.filter(isClass).flatMap((region) => {
    const classes = classesOf(region)
    return severalQuestions ? classes.map((one) => `${region.from_name}: ${String(one)}`) : classes
  })
}

/** A text and what was written in answer to it. */
function readWritten(text: string, result: readonly Region[]): Found {
  const answers = result.filter(isWritten).map(writtenIn)
  const answer = answers.filter((one) => one.trim() !== '').join('\n')
  const faults = [...checkText(text), ...(answer === '' ? [] : checkText(answer, 'text'))]
  if (faults.length > 0) return { instance: null, faults }
  const turns = [
    { from: 'user' as const, text },
    ...(answer ? [{ from: 'assistant' as const, text: answer }] : []),
  ]
  return closeConversation(turns, 'result')
}
