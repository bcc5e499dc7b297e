import { type Application, isInScope } from '@/lib/rules/model'
import {
  canonicalEeGold,
  type EeGold,
  type Event,
  type EventArgument,
  isEventArgument,
} from '@/lib/tasks/ee/gold'

/**
 * Gold without certain events in scope. An event in scope loses the argument that was such an event; one that an event out of scope
 * names stays, so that nothing out of scope changes. The same object where no event goes.
 */
export function dropEvents(of: Application, goes: (event: Event, at: number) => boolean): EeGold {
  const gold = of.gold as EeGold
  const kept = new Set(gold.events.filter(({ type }) => !isInScope(of.scope, type)).flatMap(linksOf))
  const left = gold.events.flatMap((event, at) =>
    isInScope(of.scope, event.type) && !kept.has(at) && goes(event, at) ? [] : [at],
  )
  if (left.length === gold.events.length) return gold
  const placeOf = new Map(left.map((at, place) => [at, place]))
  return canonicalEeGold({ events: left.map((at) => followLinks(gold.events[at]!, placeOf)) })
}

function linksOf(event: Event): number[] {
  const links = (argument: EventArgument): number[] =>
    isEventArgument(argument) ? [argument.event] : (argument.arguments ?? []).flatMap(links)
  return event.arguments.flatMap(links)
}

function followLinks(event: Event, placeOf: ReadonlyMap<number, number>): Event {
  const follow = <Argument extends EventArgument>(argument: Argument): Argument[] => {
    if (isEventArgument(argument)) {
      const place = placeOf.get(argument.event)
      return place === undefined ? [] : [{ ...argument, event: place }]
    }
    if (!argument.arguments) return [argument]
    const { arguments: parts, ...bare } = argument
    const left = parts.flatMap((part) => follow(part))
    return [(left.length ? { ...bare, arguments: left } : bare) as Argument]
  }
  return { ...event, arguments: event.arguments.flatMap((argument) => follow(argument)) }
}
