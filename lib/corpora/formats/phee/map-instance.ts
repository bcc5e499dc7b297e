import { checkText } from '@/lib/corpora/formats/check-text'
import { withExtras } from '@/lib/corpora/formats/keep-extras'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { isObject } from '@/lib/corpora/formats/model'
import {
  eventSchema,
  type Fragments,
  type GivenEvent,
  type Mentions,
  mentionsSchema,
  recordSchema,
  used,
} from '@/lib/corpora/formats/phee/schema'
import { placeGivenWords } from '@/lib/corpora/formats/place-given-words'
import { type Fault, refuse, shapeFaults, warning } from '@/lib/corpora/formats/report-faults'
import type { Reading } from '@/lib/corpora/model'
import { canonicalEeGold, type Event, type EventArgument, type SpanArgument } from '@/lib/tasks/ee/gold'
import { codePointLength } from '@/lib/tasks/model'
import { canonicalExtent, type Extent, type Fragment } from '@/lib/tasks/ner/gold'

/** What is read so far of a record: its events, and what was mended. */
type Gathered = { text: string; events: Event[]; faults: Fault[] }

/** A context becomes an instance with all its events, arguments, parts of arguments and fragments. */
export function mapInstance(value: unknown, place: RecordPlace): Reading {
  const parsed = recordSchema.safeParse(value)
  if (!parsed.success) return refuse(place, ...shapeFaults(parsed.error, 'event-malformed'))
  const { context: text, annotations } = parsed.data
  const unreadable = checkText(text, '“context”')
  if (unreadable.length > 0) return refuse(place, ...unreadable)
  const gathered: Gathered = { text, events: [], faults: [] }
  for (const [i, { events }] of annotations.entries())
    for (const [j, event] of events.entries()) readEvent(event, `annotations[${i}].events[${j}]`, gathered)
  const gold = canonicalEeGold(gathered)
  const labels = gold.events.map(({ type }) => type)
  return withExtras({ text, gold, labels }, { record: Object(value), used, place, faults: gathered.faults })
}

/** Adds an event, after those that are arguments of it; returns its place. */
function readEvent({ type, trigger, roles }: GivenEvent, name: string, gathered: Gathered): number {
  const given: EventArgument[] = []
  const attributes: Record<string, string> = {}
  for (const [role, value] of Object.entries(roles)) {
    const place = `${name}.${role}`
    const mentions = mentionsSchema.safeParse(value)
    if (mentions.success) {
      given.push(...readArguments(role, mentions.data, { name: place, gathered }))
      if (mentions.data.value != null) attributes[role] = String(mentions.data.value)
    } else if (isObject(value) || Array.isArray(value)) leaveOut(place, gathered)
    else if (value != null) attributes[role] = `${value as string | number | boolean}`
  }
  const marked = trigger.length > 0 ? placeMention(trigger, `${name}.Trigger`, gathered) : null
  const event: Event = { type, trigger: marked, arguments: given }
  return gathered.events.push(Object.keys(attributes).length > 0 ? { ...event, attributes } : event) - 1
}

function leaveOut(name: string, { faults }: Gathered): void {
  const message = `${name}: it has no “text” with “start”, which mentions have. It was left out.`
  faults.push(warning('argument-malformed', message))
}

/** The mentions of a role, each with the parts that lie in it. A part that lies in none goes with the first. */
function readArguments(
  role: string,
  { mentions, roles }: Mentions,
  { name, gathered }: { name: string; gathered: Gathered },
): EventArgument[] {
  const placed = mentions.flatMap((one, i): SpanArgument[] => {
    const extent = placeMention(one, `${name}.text[${i}]`, gathered)
    return extent ? [{ role, ...extent }] : []
  })
  const linked: EventArgument[] = []
  for (const [part, value] of Object.entries(roles)) {
    const inner = mentionsSchema.safeParse(value)
    if (inner.success) {
      const parts = inner.data.mentions.flatMap(
        (one, i) => placeMention(one, `${name}.${part}.text[${i}]`, gathered) ?? [],
      )
      for (const extent of parts) addPart(placed, { role: part, ...extent })
      if (placed.length === 0) linked.push(...parts.map((extent) => ({ role: `${role}.${part}`, ...extent })))
    } else linked.push(...readLinks(`${role}.${part}`, value, { name: `${name}.${part}`, gathered }))
  }
  return [...placed, ...linked]
}

function addPart(owners: readonly SpanArgument[], part: Extent & { role: string }): void {
  const owner = owners.find(({ start, end }) => start <= part.start && part.end <= end) ?? owners[0]
  if (owner) owner.arguments = [...(owner.arguments ?? []), part]
}

/** Events within an argument stand beside the event; it names them under the role and the part that they have in it. */
function readLinks(
  role: string,
  value: unknown,
  { name, gathered }: { name: string; gathered: Gathered },
): EventArgument[] {
  const events = eventSchema.array().safeParse(value)
  if (events.success)
    return events.data.map((event, i) => ({ role, event: readEvent(event, `${name}[${i}]`, gathered) }))
  leaveOut(name, gathered)
  return []
}

function placeMention(fragments: Fragments, name: string, { text, faults }: Gathered): Extent | null {
  const pieces = fragments.flatMap(({ words, start }): Fragment[] => {
    const { place, faults: said } = placeGivenWords(text, {
      name,
      text: words,
      start,
      otherwise: 'It was left out.',
    })
    faults.push(...said)
    return place ? [[place.start, place.start + codePointLength(place.text)]] : []
  })
  if (pieces.length < fragments.length) return null
  return canonicalExtent({ start: pieces[0]![0], end: pieces.at(-1)![1], fragments: pieces })
}
