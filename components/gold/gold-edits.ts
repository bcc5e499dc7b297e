import type { EeGold, Event, EventArgument } from '@/lib/tasks/ee/gold'
import { codePointUnits, type Offsets, sliceCodePoints, unitToCodePoint } from '@/lib/tasks/model'
import type { NerGold } from '@/lib/tasks/ner/gold'
import type { ReGold } from '@/lib/tasks/re/gold'

/** What the browser selects, in code points; without space at its edges. Null where nothing is left. */
export function placeOfSelection(text: string, units: { start: number; end: number }): Offsets | null {
  const selected = text.slice(units.start, units.end)
  const lead = selected.length - selected.trimStart().length
  const words = selected.trim()
  if (words === '') return null
  const start = unitToCodePoint(text, units.start + lead)
  return { start, end: unitToCodePoint(text, units.start + lead + words.length) }
}

/** A place as the browser selects it. */
export function unitsOf(text: string, { start, end }: Offsets): { start: number; end: number } {
  const units = codePointUnits(text)
  return { start: units[start] ?? text.length, end: units[end] ?? text.length }
}

export function wordsAt(text: string, { start, end }: Offsets): string {
  return sliceCodePoints(text, start, end)
}

const isSame = (a: Offsets, b: Offsets) => a.start === b.start && a.end === b.end

/** The place marked with a label, in the order of the text; marked so already, it stays as it is. */
export function addSpan(gold: NerGold, span: Offsets & { label: string }): NerGold {
  if (gold.spans.some((one) => isSame(one, span) && one.label === span.label)) return gold
  const spans = [...gold.spans, span].sort((a, b) => a.start - b.start || b.end - a.end)
  return { ...gold, spans }
}

/** Without the entity and the relations of which it is an end. */
export function removeEntity({ entities, relations }: ReGold, at: number): ReGold {
  const moved = (end: number) => (end > at ? end - 1 : end)
  return {
    entities: entities.filter((_, index) => index !== at),
    relations: relations
      .filter(({ head, tail }) => head !== at && tail !== at)
      .map((relation) => ({ ...relation, head: moved(relation.head), tail: moved(relation.tail) })),
  }
}

/** Without the event and the arguments that are it. */
export function removeEvent({ events }: EeGold, at: number): EeGold {
  const follow = <Argument extends EventArgument>(argument: Argument): Argument[] => {
    if ('event' in argument) {
      if (argument.event === at) return []
      return [{ ...argument, event: argument.event > at ? argument.event - 1 : argument.event }]
    }
    if (!argument.arguments) return [argument]
    const { arguments: parts, ...bare } = argument
    const left = parts.flatMap((part) => follow(part))
    return [(left.length ? { ...bare, arguments: left } : bare) as Argument]
  }
  return {
    events: events
      .filter((_, index) => index !== at)
      .map((event) => ({ ...event, arguments: event.arguments.flatMap((argument) => follow(argument)) })),
  }
}

/** The list with one of its items changed, or without it where the change is null. */
export function changeAt<Item>(
  items: readonly Item[],
  at: number,
  change: (item: Item) => Item | null,
): Item[] {
  return items.flatMap((item, index) => {
    const next = index === at ? change(item) : item
    return next === null ? [] : [next]
  })
}

/** The roles that the events of a gold fill, each once. */
export function rolesIn(events: readonly Event[]): string[] {
  const roles = (argument: EventArgument): string[] => [
    argument.role,
    ...('event' in argument ? [] : (argument.arguments ?? []).flatMap(roles)),
  ]
  return [...new Set(events.flatMap((event) => event.arguments.flatMap(roles)))]
}
