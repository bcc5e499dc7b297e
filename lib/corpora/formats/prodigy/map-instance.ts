import { withExtras } from '@/lib/corpora/formats/keep-extras'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { mapSpans, putAside } from '@/lib/corpora/formats/map-spans'
import { isObject } from '@/lib/corpora/formats/model'
import {
  type Classes,
  classesSchema,
  type Options,
  type Relations,
  relationsSchema,
  spanKeys,
} from '@/lib/corpora/formats/prodigy/schema'
import { readClasses } from '@/lib/corpora/formats/read-classes'
import { readSpans } from '@/lib/corpora/formats/read-spans'
import { relateEntities } from '@/lib/corpora/formats/relate-entities'
import { error, type Fault, refuse, shapeFaults } from '@/lib/corpora/formats/report-faults'
import type { Reading } from '@/lib/corpora/model'
import { codePointLength, type TaskForm } from '@/lib/tasks/model'
import type { NerSpan } from '@/lib/tasks/ner/gold'

type Extras = Record<string, unknown>

/** A record becomes an instance of the task form, or is refused with the place that is wrong. What people put aside is left out. */
export function mapInstance(
  value: unknown,
  place: RecordPlace,
  { taskForm, options: { multi } }: { taskForm: TaskForm; options: Options },
): Reading {
  if (taskForm === 'ner') return mapSpans(value, place, spanKeys)
  if (!isObject(value)) return refuse(place, error('not-an-object', 'This is JSON but no object.'))
  if (value.answer === 'ignore') return refuse(place, putAside('ignore'))
  return taskForm === 're' ? mapRelations(value, place) : mapClasses(value, place, multi)
}

const ofRelations = new Set('text tokens spans relations answer options versions config __proto__'.split(' '))

function mapRelations(record: Extras, place: RecordPlace): Reading {
  if (record.answer === 'reject') return refuse(place, putAside('reject'))
  if (!Array.isArray(record.relations)) return refuse(place, NO_RELATIONS)
  const parsed = relationsSchema.safeParse(record)
  if (!parsed.success) return refuse(place, ...shapeFaults(parsed.error, 'relation-malformed'))
  const read = readSpans(record.text, (record.spans as unknown[] | undefined) ?? [])
  if (!('spans' in read)) return refuse(place, ...read.faults)
  const relations = parsed.data.relations.map((one) => ({
    type: one.label,
    head: endOf(parsed.data, { span: one.head_span, token: one.head }),
    tail: endOf(parsed.data, { span: one.child_span, token: one.child }),
  }))
  const faults = relations.flatMap(({ head, tail }, i) => [
    ...endFaults(head, { text: read.text, place: `relations[${i}].head` }),
    ...endFaults(tail, { text: read.text, place: `relations[${i}].child` }),
  ])
  if (faults.length > 0) return refuse(place, ...faults)
  const { gold, faults: mended } = relateEntities(
    read.spans,
    relations as { type: string; head: NerSpan; tail: NerSpan }[],
  )
  const labels = gold.relations.map(({ type }) => type)
  return withExtras({ text: read.text, gold, labels }, { record, used: ofRelations, place, faults: mended })
}

const NO_RELATIONS = error(
  'gold-missing',
  'There is no list “relations”: a text whose relations nobody looked for is not gold.',
  { keys: 'relations' },
)

type End = { span?: { start: number; end: number; label?: string | null } | null; token?: number }

/** What a relation joins: by its offsets, or else the span in which its token stands, or else the token. */
function endOf({ spans, tokens }: Relations, { span, token = -1 }: End): NerSpan | null {
  const isAround = ({ token_start: first, token_end: last }: Relations['spans'][number]) =>
    first !== undefined && last !== undefined && first <= token && token <= last
  const found = span ?? spans.find(isAround) ?? tokens.find(({ id }, i) => (id ?? i) === token)
  if (!found) return null
  const label = 'label' in found ? (found.label ?? '') : ''
  return { start: found.start, end: found.end, label }
}

function endFaults(end: NerSpan | null, { text, place }: { text: string; place: string }): Fault[] {
  if (!end)
    return [
      error('relation-dangling', `${place} names neither a span nor a token of this text.`, { at: place }),
    ]
  if (end.start < end.end && end.end <= codePointLength(text)) return []
  return [
    error('span-out-of-range', `${place}: ${end.start} to ${end.end} is no place in the text.`, {
      at: place,
      start: end.start,
      end: end.end,
    }),
  ]
}

const ofClasses = new Set(
  'text tokens accept cats label labels answer options versions config __proto__'.split(' '),
)

function mapClasses(record: Extras, place: RecordPlace, multi: boolean): Reading {
  const parsed = classesSchema.safeParse(record)
  if (!parsed.success) return refuse(place, ...shapeFaults(parsed.error, 'class-malformed'))
  const { label, accept, cats, labels, answer } = parsed.data
  const isDenied = answer === 'reject'
  // Only a single label that was offered can be denied; any other record was put aside as a whole.
  if (isDenied && (label === undefined || accept || cats)) return refuse(place, putAside('reject'))
  const key = accept ? 'accept' : cats ? 'cats' : label === undefined ? 'labels' : 'label'
  const listed = accept
    ? accept.map((id) => chosenName(id, parsed.data))
    : cats
      ? Object.keys(cats).filter((name) => Number(cats[name]) >= 0.5)
      : label === undefined
        ? labels
        : isDenied
          ? []
          : [label]
  if (!listed) return refuse(place, NO_CLASSES)
  const read = readClasses(record.text, listed, { key, multi: multi || isDenied })
  if (!read.instance) return refuse(place, ...read.faults)
  return withExtras(read.instance, { record, used: ofClasses, place })
}

const NO_CLASSES = error(
  'gold-missing',
  'There is no “accept”, “cats”, “label” or “labels”: a text that nobody labelled is not gold.',
  { keys: 'accept, cats, label, labels' },
)

/** A choice that has only a number is called by its text. */
function chosenName(id: string | number, { options }: Classes): string {
  if (typeof id === 'string') return id
  return options.find((one) => one.id === id)?.text ?? String(id)
}
