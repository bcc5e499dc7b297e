import { z } from 'zod'
import { codePointLength, fieldBeside } from '@/lib/tasks/model'
import {
  canonicalExtent,
  compareExtents,
  type Extent,
  extentFaults,
  extentShape,
  labelSchema,
  wellFragmented,
} from '@/lib/tasks/ner/gold'
import { attributeFaults, attributesSchema, canonicalAttributes, compareText } from '@/lib/tasks/re/gold'

const wordsSchema = wellFragmented(z.object({ ...extentShape, role: labelSchema }))
const linkSchema = z.object({ event: z.number().int().nonnegative(), role: labelSchema })

/** What fills a role: words of the text, which may have parts in roles of their own, or another event, by its index. */
export const eventArgumentSchema = z.union([
  wellFragmented(
    z.object({
      ...extentShape,
      role: labelSchema,
      arguments: z
        .array(z.union([wordsSchema, linkSchema]))
        .min(1)
        .optional(),
    }),
  ),
  linkSchema,
])
export type EventArgument = z.infer<typeof eventArgumentSchema>

export function isEventArgument(argument: EventArgument): argument is z.infer<typeof linkSchema> {
  return 'event' in argument
}

export const eventSchema = z.object({
  type: labelSchema,
  /** Null where the source marks no words for the event. */
  trigger: wellFragmented(z.object(extentShape)).nullable(),
  arguments: z.array(eventArgumentSchema),
  /** What else is said of the event, such as `negated` or `severity`. */
  attributes: attributesSchema.optional(),
})
export type Event = z.infer<typeof eventSchema>

/** Gold of event extraction. A text may tell several events of one type, and one word may trigger several. */
export const eeGoldSchema = z.object({ events: z.array(eventSchema) })
export type EeGold = z.infer<typeof eeGoldSchema>

/** The field that every event has. */
export const TRIGGER = 'trigger'

/**
 * Canonical gold: events by their place, then by all they say; arguments by place and role; exact duplicates made one, only the
 * known keys, the indexes of events moved along. As events may name each other, in a circle even, they are told apart step by
 * step: first by their own words, then by the rank of the events that they name, until no step tells more apart.
 */
export function canonicalEeGold({ events }: EeGold): EeGold {
  let ranks = rankEvents(events, { before: events.map(() => 0) })
  for (let known = 0; known < countOf(ranks); ) {
    known = countOf(ranks)
    if (!events.some(namesEvents)) break
    ranks = rankEvents(events, { before: ranks })
  }
  const canonical: Event[] = []
  for (const [at, rank] of ranks.entries()) canonical[rank] ??= canonicalEvent(events[at]!, ranks)
  return { events: canonical }
}

const countOf = (ranks: readonly number[]) => new Set(ranks).size

const namesEvents = ({ arguments: own }: Event) =>
  own.some((one) => isEventArgument(one) || one.arguments?.some((nested) => isEventArgument(nested)))

/** The place of each event among all, 0 first; events that say the same share one. */
function rankEvents(events: readonly Event[], { before }: { before: readonly number[] }): number[] {
  const rows = events.map((event, at) => {
    const written = canonicalEvent(event, before)
    return { at, before: before[at]!, place: placeOf(written), said: JSON.stringify(written) }
  })
  const compare = (a: (typeof rows)[number], b: (typeof rows)[number]) =>
    a.before - b.before || compareExtents(a.place, b.place) || compareText(a.said, b.said)
  rows.sort(compare)
  const ranks: number[] = []
  let rank = 0
  for (const [i, row] of rows.entries()) {
    if (i > 0 && compare(rows[i - 1]!, row) !== 0) rank++
    ranks[row.at] = rank
  }
  return ranks
}

/** Where an event is told: at its trigger, else at its first argument, else nowhere, which comes last. */
function placeOf({ trigger, arguments: own }: Event): Extent {
  if (trigger) return trigger
  for (const one of own) if (!isEventArgument(one)) return one
  return NOWHERE
}

const NOWHERE: Extent = { start: Number.MAX_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER }

function canonicalEvent(event: Event, ranks: readonly number[]): Event {
  return {
    type: event.type,
    trigger: event.trigger && canonicalExtent(event.trigger),
    arguments: canonicalArguments(event.arguments, ranks),
    ...canonicalAttributes(event.attributes),
  }
}

function canonicalArguments(given: readonly EventArgument[], ranks: readonly number[]): EventArgument[] {
  const written = new Map(
    given.map((one) => {
      const argument = canonicalArgument(one, ranks)
      return [JSON.stringify(argument), argument]
    }),
  )
  return [...written]
    .sort(([saidA, a], [saidB, b]) => compareArguments(a, b) || compareText(saidA, saidB))
    .map(([, argument]) => argument)
}

function canonicalArgument(argument: EventArgument, ranks: readonly number[]): EventArgument {
  const { role } = argument
  if (isEventArgument(argument)) return { role, event: ranks[argument.event] ?? argument.event }
  const nested = canonicalArguments(argument.arguments ?? [], ranks)
  return { ...canonicalExtent(argument), role, ...(nested.length ? { arguments: nested } : {}) }
}

/** Words by their place and events behind them, then by role. */
function compareArguments(a: EventArgument, b: EventArgument): number {
  if (isEventArgument(a)) return isEventArgument(b) ? a.event - b.event || compareText(a.role, b.role) : 1
  return isEventArgument(b) ? -1 : compareExtents(a, b) || compareText(a.role, b.role)
}

/** A role that is filled, under the name of its field: that of an argument's own argument has both roles in it. */
type Filled = { field: string; by: EventArgument }

/** All that fills a role of an event, each argument with its own arguments behind it. */
export function filledIn({ arguments: own }: Event): Filled[] {
  return own.flatMap((argument) => {
    const nested = isEventArgument(argument) ? [] : (argument.arguments ?? [])
    return [
      { field: fieldBeside(TRIGGER, argument.role), by: argument },
      ...nested.map((one) => ({ field: `${argument.role}.${one.role}`, by: one })),
    ]
  })
}

/** By type, every role that an event of it fills. */
export function rolesByType({ events }: EeGold): Map<string, string[]> {
  const fields = new Map<string, Set<string>>()
  for (const event of events) {
    const known = fields.get(event.type) ?? new Set()
    for (const { field } of filledIn(event)) known.add(field)
    fields.set(event.type, known)
  }
  return new Map([...fields].map(([type, known]) => [type, [...known]]))
}

type Whole = { length: number; events: readonly Event[] }

/** What in the gold does not fit its text, or points nowhere. */
export function eeFaults(text: string, { events }: EeGold): string[] {
  const whole = { length: codePointLength(text), events }
  return events.flatMap((event, at) => {
    const place = `events[${at}]`
    return [
      ...(event.type.trim() ? [] : [`${place}: its type is empty.`]),
      ...(event.trigger ? placeFaults(event.trigger, { place: `${place}.trigger`, whole }) : []),
      ...argumentFaults(event.arguments, { place, whole }),
      ...attributeFaults(event.attributes, place),
    ]
  })
}

type At = { place: string; whole: Whole }

function placeFaults(extent: Extent, { place, whole }: At): string[] {
  return extentFaults(extent, { place, length: whole.length })
}

function argumentFaults(own: readonly EventArgument[], { place: outer, whole }: At): string[] {
  return own.flatMap((argument, at) => {
    const place = `${outer}.arguments[${at}]`
    const role = argument.role.trim() ? [] : [`${place}: its role is empty.`]
    if (isEventArgument(argument))
      return whole.events[argument.event] ? role : [...role, `${place}: there is no event ${argument.event}.`]
    const nested = argumentFaults(argument.arguments ?? [], { place, whole })
    return [...role, ...placeFaults(argument, { place, whole }), ...nested]
  })
}
