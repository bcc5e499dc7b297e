import { isDeepStrictEqual } from 'node:util'
import { Faults, Known, type QuotedShape } from '@/lib/quotes/golds/shape'
import { locateQuote, quotePlace } from '@/lib/quotes/locate-quote'
import type { Quote, QuotedGold } from '@/lib/quotes/model'
import { type EeGold, type Event, type EventArgument, isEventArgument } from '@/lib/tasks/ee/gold'

type Quoted = QuotedGold<'ee'>
type QuotedEvent = Quoted['events'][number]

/**
 * Events keep what quotes cannot say as long as they keep their id: attributes, arguments that are events, and the arguments of an
 * argument with its words and role.
 */
export const events: QuotedShape<EeGold, Quoted> = {
  quote: (text, { events: own }) => ({
    events: own.map((event, at) => ({
      id: idOf(at),
      type: event.type,
      trigger: event.trigger && quotePlace(text, event.trigger),
      arguments: wordsIn(event).map((one) => quoteArgument(text, one)),
    })),
  }),
  locate({ text, before, quoted }) {
    const faults = new Faults()
    const ids = quoted.events.map(({ id }) => id)
    if (new Set(ids).size < ids.length) faults.add('events: two have the same id.')
    const own = quoted.events.map((event, at) => {
      const old = before.events[Number(/^v(\d+)$/.exec(event.id)?.[1] ?? 0) - 1]
      return locateEvent(event, { text, old, ids, faults, where: `events[${at}]` })
    })
    return faults.or(() => ({ events: own }))
  },
}

const idOf = (at: number) => `v${at + 1}`

type Of = { text: string; old: Event | undefined; ids: readonly string[]; faults: Faults; where: string }

function locateEvent(event: QuotedEvent, of: Of): Event {
  const { text, old, ids, faults, where } = of
  const known = new Known(wordsIn(old), (one) => quoteArgument(text, one))
  const words = event.arguments.flatMap(({ role, quote, nth }, at): EventArgument[] => {
    const kept = known.take({ quote, nth, role })
    if (kept) return [kept]
    const found = faults.take(locateQuote(text, { quote, nth }), `${where}.arguments[${at}]`)
    return found ? [{ ...found.extent, role }] : []
  })
  const links = (old?.arguments ?? []).filter(isEventArgument)
  const rewired = [...words.map((one) => withLinks(one, ids)), ...links.flatMap((link) => rewire(link, ids))]
  return {
    type: event.type,
    trigger: event.trigger && locateTrigger(event.trigger, of),
    arguments: rewired,
    ...(old?.attributes && { attributes: old.attributes }),
  }
}

function locateTrigger(quoted: Quote, { text, old, faults, where }: Of): Event['trigger'] {
  if (old?.trigger && isDeepStrictEqual(quotePlace(text, old.trigger), quoted)) return old.trigger
  return faults.take(locateQuote(text, quoted), `${where}.trigger`)?.extent ?? null
}

type Words = Exclude<EventArgument, { event: number }>

function wordsIn(event: Event | undefined): Words[] {
  return (event?.arguments ?? []).flatMap((one) => (isEventArgument(one) ? [] : [one]))
}

function quoteArgument(text: string, argument: Words) {
  return { ...quotePlace(text, argument), role: argument.role }
}

type Link = Extract<EventArgument, { event: number }>

/** An event that is not there any more fills no role. */
function rewire({ role, event }: Link, ids: readonly string[]): Link[] {
  const at = ids.indexOf(idOf(event))
  return at < 0 ? [] : [{ role, event: at }]
}

function withLinks(argument: EventArgument, ids: readonly string[]): EventArgument {
  if (isEventArgument(argument) || !argument.arguments) return argument
  const { arguments: own, ...rest } = argument
  const inner = own.flatMap((one): typeof own => ('event' in one ? rewire(one, ids) : [one]))
  return inner.length > 0 ? { ...rest, arguments: inner } : rest
}
