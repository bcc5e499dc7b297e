import { placeSpans, type Say } from '@/lib/corpora/formats/brat/place/place-spans'
import { splitDocument } from '@/lib/corpora/formats/brat/place/split-document'
import {
  type BratAttribute,
  type BratUnit,
  type Document,
  parseStandoff,
  placeOf,
  type Standoff,
  type TextBound,
} from '@/lib/corpora/formats/brat/schema'
import { excerptOf, type LineIssue, type NewInstance, type Reading } from '@/lib/corpora/model'
import { canonicalEeGold, type Event, type EventArgument } from '@/lib/tasks/ee/gold'
import type { TaskForm } from '@/lib/tasks/model'
import { canonicalNerGold, type Extent } from '@/lib/tasks/ner/gold'
import { canonicalReGold } from '@/lib/tasks/re/gold'

const MAX_FAULTS = 5

/**
 * A document becomes an instance, or several. What its task form has no place for is kept beside it as it was written, and said. A line that
 * cannot be read, points at nothing or quotes other words refuses the document: gold without it would be wrong.
 */
export function mapInstance(
  line: number,
  document: Document,
  { taskForm, unit }: { taskForm: TaskForm; unit: BratUnit },
): Reading {
  const text = document.text.replace(/[\r\n]+$/, '')
  const standoff = parseStandoff(document.standoff)
  const issues: LineIssue[] = []
  const say: Say = (severity, code, written, at = 0, params) => {
    const { file, line: number } = placeOf(document, at)
    const message = `“${file}”${number > 0 ? `, line ${number}` : ''}: ${written}`
    const place = number > 0 ? `${file}:${number}` : file
    issues.push({ line, severity, code, message, excerpt: excerptOf(text), params: { at: place, ...params } })
  }
  if (text.trim() === '') say('error', 'text-empty', 'the text is empty.')
  if (text.includes('\0')) say('error', 'nul-character', 'the text holds a NUL character.')
  for (const fault of standoff.faults)
    say('error', 'span-malformed', `“${excerptOf(fault.written)}” is no line of brat.`, fault.line, {
      value: excerptOf(fault.written),
    })
  const placed = placeSpans(text, standoff.spans, say)
  for (const [at, id] of danglingIn(standoff))
    say('error', 'reference-unknown', `there is no ${id}.`, at, { id })
  const errors = issues.filter(({ severity }) => severity === 'error').slice(0, MAX_FAULTS)
  if (errors.length > 0) return { instances: [], issues: errors }
  const whole = { ...standoff, spans: placed }
  const pieces = unit === 'document' ? [{ text, standoff: whole }] : splitDocument(text, whole, unit)
  const built = pieces.map((piece) => build(piece.text, piece.standoff, taskForm))
  const counted = sides.flatMap((kind) => {
    const count = built.reduce((sum, { beside }) => sum + beside[kind].length, 0)
    return count > 0 ? [`${count} ${kind}`] : []
  })
  if (counted.length > 0)
    say(
      'warning',
      'kept-beside',
      `the task form has no place for ${counted.join(', ')}. They are kept beside it.`,
      0,
      { keys: counted.join(', ') },
    )
  const twice = placed.length - built.reduce((sum, { once }) => sum + once, 0)
  if (twice > 0)
    say('warning', 'span-twice', `${twice} spans stand there twice. Each was kept once.`, 0, { count: twice })
  const instances = built.map(({ instance, beside }, at) => {
    const kept = Object.entries(beside).filter(([, list]) => list.length > 0)
    const part = unit === 'document' ? {} : { part: at + 1 }
    return { ...instance, meta: { document: document.name, ...part, ...Object.fromEntries(kept) } }
  })
  return { instances, issues }
}

const sides = ['entities', 'events', 'relations', 'attributes'] as const

/** What points at something that is not there, with its line. */
function danglingIn({ spans, events, relations, attributes }: Standoff): [line: number, id: string][] {
  const spanIds = new Set(spans.map(({ id }) => id))
  const ids = new Set([...spanIds, ...[...events, ...relations].map(({ id }) => id)])
  const unknown = (line: number, target: string, among = ids): [number, string][] =>
    among.has(target) ? [] : [[line, target]]
  return [
    ...events.flatMap(({ line, trigger }) => unknown(line, trigger, spanIds)),
    ...events.flatMap(({ line, links }) => links.flatMap(({ target }) => unknown(line, target))),
    ...relations.flatMap(({ line, head, tail }) => [...unknown(line, head), ...unknown(line, tail)]),
    ...attributes.flatMap(({ target }) => unknown(0, target)),
  ]
}

type Beside = Record<'entities' | 'events' | 'relations' | 'attributes' | 'beside', readonly unknown[]>
/** `once`: how many spans there are, those counted once that stand there twice. */
type Built = { instance: NewInstance; beside: Beside; once: number }

function build(text: string, standoff: Standoff, taskForm: TaskForm): Built {
  if (taskForm === 're') return relationsOf(text, standoff)
  if (taskForm === 'ner') return mentionsOf(text, standoff)
  return eventsOf(text, standoff)
}

function mentionsOf(text: string, { spans, events, relations, attributes, beside }: Standoff): Built {
  const gold = canonicalNerGold(spans.map((span) => ({ ...extentOf(span), label: span.label })))
  return {
    instance: { text, gold, labels: gold.spans.map(({ label }) => label) },
    beside: { entities: [], events, relations, attributes, beside },
    once: gold.spans.length,
  }
}

/** An end that is an event is its trigger. */
function relationsOf(text: string, { spans, events, relations, attributes, beside }: Standoff): Built {
  const places = new Map(spans.map(({ id }, at) => [id, at]))
  for (const { id, trigger } of events) places.set(id, places.get(trigger)!)
  const own = attributes.filter(({ target }) => spans.some(({ id }) => id === target))
  const entities = spans.map((span) => ({
    ...extentOf(span),
    label: span.label,
    attributes: attributesOf(span.id, own),
  }))
  const linked = relations.filter(({ head, tail }) => places.has(head) && places.has(tail))
  const gold = canonicalReGold({
    entities,
    relations: linked.map(({ type, head, tail }) => ({
      ...{ type, head: places.get(head)!, tail: places.get(tail)! },
    })),
  })
  return {
    instance: { text, gold, labels: gold.relations.map(({ type }) => type) },
    beside: {
      entities: [],
      events,
      relations: relations.filter((one) => !linked.includes(one)),
      attributes: attributes.filter((one) => !own.includes(one)),
      beside,
    },
    once: gold.entities.length,
  }
}

/** A relation that begins at an event says what belongs to it: an argument with the relation's name as its role. */
function eventsOf(text: string, { spans, events, relations, attributes, beside }: Standoff): Built {
  const byId = new Map(spans.map((span) => [span.id, span]))
  const numbers = new Map(events.map(({ id }, at) => [id, at]))
  const used = new Set(
    events.flatMap(({ trigger, links }) => [trigger, ...links.map(({ target }) => target)]),
  )
  const linked = relations.filter(
    ({ head, tail }) => numbers.has(head) && (byId.has(tail) || numbers.has(tail)),
  )
  for (const { tail } of linked) used.add(tail)
  const argument = (role: string, target: string): EventArgument =>
    numbers.has(target) ? { role, event: numbers.get(target)! } : { role, ...extentOf(byId.get(target)!) }
  const read = events.map(({ id, type, trigger, links }): Event => {
    const own = linked.filter(({ head }) => head === id).map((one) => argument(one.type, one.tail))
    const said = attributesOf(id, attributes)
    return {
      ...{ type, trigger: extentOf(byId.get(trigger)!) },
      arguments: [...links.map(({ role, target }) => argument(role, target)), ...own],
      ...(said && { attributes: said }),
    }
  })
  const gold = canonicalEeGold({ events: read })
  return {
    instance: { text, gold, labels: gold.events.map(({ type }) => type) },
    beside: {
      entities: spans.filter(({ id }) => !used.has(id)),
      events: [],
      relations: relations.filter((one) => !linked.includes(one)),
      attributes: attributes.filter(({ target }) => !numbers.has(target)),
      beside,
    },
    once: spans.length,
  }
}

function extentOf({ fragments }: TextBound): Extent {
  const extent = { start: fragments[0]![0], end: fragments.at(-1)![1] }
  return fragments.length > 1 ? { ...extent, fragments } : extent
}

function attributesOf(
  id: string,
  attributes: readonly BratAttribute[],
): Record<string, string | string[]> | undefined {
  const values = new Map<string, string[]>()
  for (const { name, target, value } of attributes)
    if (target === id) values.set(name, [...(values.get(name) ?? []), value])
  if (values.size === 0) return undefined
  return Object.fromEntries([...values].map(([name, list]) => [name, list.length > 1 ? list : list[0]!]))
}
