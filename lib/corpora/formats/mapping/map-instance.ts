import { closeConversation } from '@/lib/corpora/formats/close-conversation'
import { keepExtras } from '@/lib/corpora/formats/keep-extras'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { gatherEvents } from '@/lib/corpora/formats/mapping/gather/gather-events'
import { gatherReadings } from '@/lib/corpora/formats/mapping/gather/gather-readings'
import { gatherRelations, gatherSpans } from '@/lib/corpora/formats/mapping/gather/gather-relations'
import { gatherText } from '@/lib/corpora/formats/mapping/gather/gather-text'
import { gatherTuples } from '@/lib/corpora/formats/mapping/gather/gather-tuples'
import { gatherTurns } from '@/lib/corpora/formats/mapping/gather/gather-turns'
import { parsePath, type Selected } from '@/lib/corpora/formats/mapping/gather/model'
import { placeMentions } from '@/lib/corpora/formats/mapping/gather/place-mentions'
import { selectItems } from '@/lib/corpora/formats/mapping/gather/select-values'
import { fieldsOf, groupFields, type Mapping, readField } from '@/lib/corpora/formats/mapping/schema'
import { isObject } from '@/lib/corpora/formats/model'
import { readClasses } from '@/lib/corpora/formats/read-classes'
import { error, type Fault, refuse, reportFaults } from '@/lib/corpora/formats/report-faults'
import type { NewInstance, Reading } from '@/lib/corpora/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'

type Given = { mapping: Mapping; taskForm: TaskForm }
type Gathered = { text: string; golds: unknown[] }

/** A record becomes the instances that the mapping finds in it, or is refused with the place that is wrong. */
export function mapInstance(value: unknown, place: RecordPlace, given: Given): Reading {
  const faults: Fault[] = []
  const instances = instancesOf({ value, place: '', met: [] }, given, faults)
  if (isRefused(faults)) return refuse(place, ...faults)
  const isRead = faults.every(({ code }) => code !== 'kept-beside')
  const used = usedKeys(given, isRead)
  const { meta, faults: left } = isObject(value)
    ? keepExtras(value, { used, written: place.written })
    : { meta: undefined, faults: [] }
  const issues = reportFaults([...faults, ...left], place)
  return { instances: meta ? instances.map((one) => ({ ...one, meta })) : instances, issues }
}

function instancesOf(record: Selected, { mapping, taskForm }: Given, faults: Fault[]): NewInstance[] {
  if (taskForm === 'general') return conversationOf(record, mapping, faults)
  const { text, tokens, faults: ofText } = gatherText(record, mapping)
  faults.push(...ofText)
  if (isRefused(ofText)) return []
  if (taskForm === 'tc') return classifiedOf(record, { mapping, text, faults })
  const place = placeMentions(text, { ...mapping, tokens }, faults)
  const golds = goldsOf(record, { mapping, taskForm, text, place, faults })
  return isRefused(faults) ? [] : closeGolds({ text, golds }, taskForm, faults)
}

function isRefused(faults: readonly Fault[]): boolean {
  return faults.some(({ severity }) => severity === 'error')
}

function goldsOf(
  record: Selected,
  given: Given & { text: string; place: ReturnType<typeof placeMentions>; faults: Fault[] },
): unknown[] {
  const { mapping, taskForm } = given
  switch (findTaskForm(taskForm).storedAs) {
    case 'ner':
      return [
        {
          spans: gatherSpans(record, mapping, given).map(({ start, end, label }) => ({ start, end, label })),
        },
      ]
    case 're':
      return [gatherRelations(record, mapping, given)]
    case 'ee':
      return [gatherEvents(record, mapping, given)]
    case 'openie':
      return [gatherTuples(record, mapping, given)]
    default:
      return gatherReadings(record, mapping, given)
  }
}

/** The gold as its form has it: parsed, in canonical order, and without a fault. */
function closeGolds({ text, golds }: Gathered, taskForm: TaskForm, faults: Fault[]): NewInstance[] {
  const form = findTaskForm(taskForm)
  return golds.flatMap((found) => {
    const parsed = form.gold.safeParse(found)
    const wrong = parsed.success
      ? form.faults(text, parsed.data)
      : parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}.`)
    faults.push(...wrong.map((message) => error('span-malformed', message, { detail: message })))
    if (!parsed.success || wrong.length > 0) return []
    const gold = form.canonical(parsed.data)
    return [{ text, gold, labels: form.labelsIn(gold) }]
  })
}

function conversationOf(record: Selected, mapping: Mapping, faults: Fault[]): NewInstance[] {
  const turns = gatherTurns(record, mapping, faults)
  if (isRefused(faults)) return []
  const closed = closeConversation(turns, mapping.turns?.list ?? mapping.instruction ?? 'turns')
  faults.push(...closed.faults)
  return closed.instance ? [closed.instance] : []
}

/** A class by name, several in a list or in one string, or those that a table of classes says yes to. */
function classifiedOf(
  record: Selected,
  { mapping, text, faults }: { mapping: Mapping; text: string; faults: Fault[] },
): NewInstance[] {
  const { labels: path = '', separator } = mapping
  const found = selectItems(record, path)
  const table = found.length === 1 && isObject(found[0]!.value) ? found[0]!.value : null
  const listed = table
    ? Object.keys(table).filter((label) => Number(table[label]) >= 0.5)
    : found.flatMap(({ value }) =>
        separator && typeof value === 'string' ? split(value, separator) : [value],
      )
  const multi = table !== null || separator !== undefined || path.endsWith('[]')
  const { instance, faults: wrong } = readClasses(text, listed, { key: path, multi })
  faults.push(...wrong)
  if (found.length === 0)
    faults.push(error('gold-missing', `There is no label at ${path}.`, { keys: path ?? '' }))
  return instance ? [instance] : []
}

function split(value: string, separator: string): string[] {
  const parts = value.split(separator).map((part) => part.trim())
  return parts.filter((part) => part !== '')
}

/** What of a record has been read is not kept beside it once more, unless lists were read in part. */
function usedKeys({ mapping, taskForm }: Given, isRead: boolean): ReadonlySet<string> {
  const { record, groups } = fieldsOf[taskForm]
  const lists = groups.flatMap((group) =>
    mapping[group]?.list ? [`${group}.list`] : groupFields[group].map((field) => `${group}.${field}`),
  )
  const paths = [...record, ...(isRead ? lists : [])].flatMap((address) => readField(mapping, address) ?? [])
  return new Set(paths.flatMap((path) => parsePath(path)?.slice(0, 1).map(String) ?? []))
}
