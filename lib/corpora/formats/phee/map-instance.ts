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
import { canonicalEeGold, type Event, type EventArgument } from '@/lib/tasks/ee/gold'
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
  faults.push(warning('argument-malformed', message, { at: name, keys: 'text, start' }))
}

type WordsArgument = Exclude<EventArgument, { event: number }>
type Part = NonNullable<WordsArgument['arguments']>[number]

/** The mentions of a role, each with the parts that lie in it. A part that lies in none goes with the first. */
function readArguments(
  role: string,
  { mentions, roles }: Mentions,
  { name, gathered }: { name: string; gathered: Gathered },
): EventArgument[] {
  const placed = mentions.flatMap((one, i): WordsArgument[] => {
    const extent = placeMention(one, `${name}.text[${i}]`, gathered)
    return extent ? [{ role, ...extent }] : []
  })
  const parts = Object.entries(roles).flatMap(([part, value]) =>
    readParts(part, value, { name: `${name}.${part}`, gathered }),
  )
  if (placed.length === 0) return parts.map((part) => ({ ...part, role: `${role}.${part.role}` }))
  for (const part of parts) addPart(placed, part)
  return placed
}

/** The mentions of a part, or the events in its place, which stand beside the event and are named by it. */
function readParts(
  role: string,
  value: unknown,
  { name, gathered }: { name: string; gathered: Gathered },
): Part[] {
  const mentions = mentionsSchema.safeParse(value)
  if (mentions.success)
    return mentions.data.mentions.flatMap((one, i) => {
      const extent = placeMention(one, `${name}.text[${i}]`, gathered)
      return extent ? [{ role, ...extent }] : []
    })
  const events = eventSchema.array().safeParse(value)
  if (events.success)
    return events.data.map((event, i) => ({ role, event: readEvent(event, `${name}[${i}]`, gathered) }))
  leaveOut(name, gathered)
  return []
}

function addPart(owners: readonly WordsArgument[], part: Part): void {
  const isAround = ({ start, end }: WordsArgument) =>
    'start' in part && start <= part.start && part.end <= end
  const owner = owners.find(isAround) ?? owners[0]!
  owner.arguments = [...(owner.arguments ?? []), part]
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
