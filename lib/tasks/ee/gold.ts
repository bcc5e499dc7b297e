import { z } from 'zod'
import { codePointLength } from '@/lib/tasks/model'
import {
  canonicalExtent,
  type Extent,
  extentFaults,
  extentShape,
  labelSchema,
  wellFragmented,
} from '@/lib/tasks/ner/gold'

/** A place in the text that says something of an event. */
const mentionSchema = wellFragmented(z.object(extentShape))

/** A part of an argument: the drug of a treatment. One level deep. */
const partSchema = wellFragmented(z.object({ role: labelSchema, ...extentShape }))

const spanArgumentSchema = wellFragmented(
  z.object({ role: labelSchema, ...extentShape, arguments: z.array(partSchema).min(1).optional() }),
)

/** An event that is an argument of another, by its place in the list of events. */
const eventArgumentSchema = z.object({ role: labelSchema, event: z.number().int().nonnegative() })

export const eventArgumentsSchema = z.array(z.union([eventArgumentSchema, spanArgumentSchema]))
const attributesSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

const eventSchema = z.object({
  type: labelSchema,
  /** Null where the source marks no words for the event. */
  trigger: mentionSchema.nullable(),
  arguments: eventArgumentsSchema,
  /** What else is said of the event, such as `negated` or `severity`. */
  attributes: attributesSchema.optional(),
})

export type EventPart = z.infer<typeof partSchema>
export type SpanArgument = z.infer<typeof spanArgumentSchema>
export type EventArgument = z.infer<typeof eventArgumentsSchema>[number]
export type Event = z.infer<typeof eventSchema>

/** Gold of event extraction: events in the order of their triggers, arguments in the order of the text, none twice. */
export const eeGoldSchema = z.object({ events: z.array(eventSchema) })
export type EeGold = z.infer<typeof eeGoldSchema>

export function isEventArgument(argument: EventArgument): argument is z.infer<typeof eventArgumentSchema> {
  return 'event' in argument
}

/** Canonical gold: sorted, exact duplicates dropped, only the known keys; what points at an event follows it to its new place. */
export function canonicalEeGold({ events }: EeGold): EeGold {
  const own = events.map((event) => JSON.stringify(withoutLinks(event)))
  const keys = events.map((event, at) => own[at]! + JSON.stringify(linksOf(event, own)))
  const order = [...events.keys()].sort(
    (a, b) => compareEvents(events[a]!, events[b]!) || byText(keys[a]!, keys[b]!),
  )
  const kept = order.filter((at, place) => place === 0 || keys[at] !== keys[order[place - 1]!])
  const placeOf = new Map(kept.map((at, place) => [keys[at]!, place]))
  const follow = (link: number) => placeOf.get(keys[link] ?? '') ?? link
  return { events: kept.map((at) => canonicalEvent(events[at]!, follow)) }
}

function withoutLinks(event: Event): Event {
  const spans = event.arguments.filter((argument) => !isEventArgument(argument))
  return canonicalEvent({ ...event, arguments: spans }, (link) => link)
}

function linksOf(event: Event, own: readonly string[]): string[] {
  return event.arguments
    .filter(isEventArgument)
    .map(({ role, event: link }) => `${role} ${own[link] ?? link}`)
    .sort()
}

function canonicalEvent(event: Event, follow: (link: number) => number): Event {
  const { type, trigger, attributes } = event
  const own = {
    type,
    trigger: trigger && canonicalExtent(trigger),
    arguments: canonicalArguments(event.arguments, follow),
  }
  const said = attributes ? Object.entries(attributes).sort(([a], [b]) => byText(a, b)) : []
  return said.length > 0 ? { ...own, attributes: Object.fromEntries(said) } : own
}

function canonicalArguments(
  given: readonly EventArgument[],
  follow: (link: number) => number,
): EventArgument[] {
  const written = given.map((argument): EventArgument => {
    if (isEventArgument(argument)) return { role: argument.role, event: follow(argument.event) }
    const parts = argument.arguments?.map(({ role, ...extent }) => ({ role, ...canonicalExtent(extent) }))
    const own = { role: argument.role, ...canonicalExtent(argument) }
    return parts?.length ? { ...own, arguments: sortedOnce(parts, compareExtents) } : own
  })
  return sortedOnce(written, compareArguments)
}

function sortedOnce<Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): Item[] {
  const keyed = items.map((item) => ({ item, key: JSON.stringify(item) }))
  keyed.sort((a, b) => compare(a.item, b.item) || byText(a.key, b.key))
  return keyed.filter(({ key }, at) => at === 0 || key !== keyed[at - 1]!.key).map(({ item }) => item)
}

function compareArguments(a: EventArgument, b: EventArgument): number {
  if (isEventArgument(a) || isEventArgument(b)) return Number(isEventArgument(a)) - Number(isEventArgument(b))
  return compareExtents(a, b)
}

function compareExtents(a: Extent, b: Extent): number {
  return a.start - b.start || b.end - a.end
}

/** By trigger; an event without one stands where its first argument does. */
function compareEvents(a: Event, b: Event): number {
  const [ours, theirs] = [placeOf(a), placeOf(b)]
  return compareExtents(ours, theirs) || byText(a.type, b.type)
}

function placeOf({ trigger, arguments: given }: Event): Extent {
  if (trigger) return trigger
  const spans = given.filter((argument): argument is SpanArgument => !isEventArgument(argument))
  return spans.toSorted(compareExtents)[0] ?? { start: 0, end: 0 }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What in the gold does not fit its text. */
export function eeFaults(text: string, { events }: EeGold): string[] {
  const length = codePointLength(text)
  return events.flatMap((event, at) => {
    const place = `events[${at}]`
    const type = event.type.trim() ? [] : [`${place}: its type is empty.`]
    const trigger = event.trigger ? extentFaults(event.trigger, { place: `${place}.trigger`, length }) : []
    const given = event.arguments.flatMap((argument, i) =>
      argumentFaults(argument, { place: `${place}.arguments[${i}]`, length, events: events.length }),
    )
    return [...type, ...trigger, ...given]
  })
}

function argumentFaults(
  argument: EventArgument,
  of: { place: string; length: number; events: number },
): string[] {
  const { place, length, events } = of
  if (isEventArgument(argument)) {
    if (argument.event < events) return []
    return [`${place}: it is event ${argument.event}, and there are ${events}.`]
  }
  const parts = argument.arguments ?? []
  const inner = parts.flatMap((part, i) => extentFaults(part, { place: `${place}.arguments[${i}]`, length }))
  return [...extentFaults(argument, { place, length }), ...inner]
}

/** The roles that events of a type have here, in the order of the text; a part of an argument as `Treatment.Drug`. */
export function rolesByType({ events }: EeGold): Map<string, string[]> {
  const roles = new Map<string, Set<string>>()
  for (const { type, arguments: given } of events) {
    const own = roles.get(type) ?? new Set()
    roles.set(type, own)
    for (const argument of given) {
      own.add(argument.role)
      if (!isEventArgument(argument))
        for (const { role } of argument.arguments ?? []) own.add(`${argument.role}.${role}`)
    }
  }
  return new Map([...roles].map(([type, own]) => [type, [...own]]))
}
