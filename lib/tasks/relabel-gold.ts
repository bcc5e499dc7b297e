import type { EeGold, Event, EventArgument } from '@/lib/tasks/ee/gold'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { LabelPart, TaskForm } from '@/lib/tasks/model'
import type { NerGold } from '@/lib/tasks/ner/gold'
import type { ReGold } from '@/lib/tasks/re/gold'
import type { TcGold } from '@/lib/tasks/tc/gold'

/** The new name of a label; null takes away what carries it. */
export type Relabel = (label: string) => string | null

/**
 * Gold with other names for its labels, or without what carried some of them. What hangs on a thing that goes, goes too: the
 * relations of an entity, the arguments that were an event. Things that become the same become one.
 */
export function relabelGold(
  form: TaskForm,
  gold: unknown,
  { part, relabel }: { part: LabelPart; relabel: Relabel },
): unknown {
  const definition = findTaskForm(form)
  const change = changes[definition.storedAs]?.[part === 'label' ? partOf(form) : part]
  return change ? definition.canonical(change(gold as never, relabel)) : gold
}

/** The part of the gold that `labelsIn` of the form counts. */
function partOf(form: TaskForm): Part {
  if (form === 'kg') return 'entity'
  return form === 're' || form === 'spo' ? 'relation' : 'label'
}

type Part = LabelPart
type Change = (gold: never, relabel: Relabel) => unknown

const changes: Partial<Record<TaskForm, Partial<Record<Part, Change>>>> = {
  ner: { label: relabelSpans },
  re: { entity: relabelEntities, relation: relabelRelations },
  ee: { label: relabelEvents, role: relabelRoles },
  tc: { label: relabelClasses },
}

function relabelSpans({ spans }: NerGold, relabel: Relabel): NerGold {
  return { spans: renamed(spans, 'label', relabel) }
}

function relabelClasses({ labels, multi }: TcGold, relabel: Relabel): TcGold {
  return { labels: labels.flatMap((label) => relabel(label) ?? []), multi }
}

/** An entity without a type has none to change. */
function relabelEntities({ entities, relations }: ReGold, relabel: Relabel): ReGold {
  const given = entities.map((entity) => (entity.label ? renamed([entity], 'label', relabel)[0] : entity))
  const { kept, placeOf } = close(given)
  return {
    entities: kept,
    relations: relations.flatMap((relation) => {
      const [head, tail] = [placeOf.get(relation.head), placeOf.get(relation.tail)]
      return head === undefined || tail === undefined ? [] : [{ ...relation, head, tail }]
    }),
  }
}

function relabelRelations({ entities, relations }: ReGold, relabel: Relabel): ReGold {
  return { entities, relations: renamed(relations, 'type', relabel) }
}

function relabelEvents({ events }: EeGold, relabel: Relabel): EeGold {
  const { kept, placeOf } = close(events.map((event) => renamed([event], 'type', relabel)[0]))
  const follow = <Argument extends EventArgument>(argument: Argument): Argument[] => {
    if (!('event' in argument)) return [argument]
    const event = placeOf.get(argument.event)
    return event === undefined ? [] : [{ ...argument, event }]
  }
  const followAll = (event: Event): Event => ({
    ...event,
    arguments: event.arguments
      .flatMap(follow)
      .map((argument) => withParts(argument, (parts) => parts.flatMap(follow))),
  })
  return { events: kept.map(followAll) }
}

/** Roles of arguments, and of the parts of arguments. */
function relabelRoles({ events }: EeGold, relabel: Relabel): EeGold {
  const change = (event: Event): Event => ({
    ...event,
    arguments: renamed(event.arguments, 'role', relabel).map((argument) =>
      withParts(argument, (parts) => renamed(parts, 'role', relabel)),
    ),
  })
  return { events: events.map(change) }
}

type Parts = NonNullable<Exclude<EventArgument, { event: number }>['arguments']>

function withParts(argument: EventArgument, change: (parts: Parts) => Parts): EventArgument {
  if ('event' in argument || !argument.arguments) return argument
  const { arguments: parts, ...own } = argument
  const left = change(parts)
  return left.length > 0 ? { ...own, arguments: left } : own
}

function renamed<Key extends string, Item extends Record<Key, string>>(
  items: readonly Item[],
  key: Key,
  relabel: Relabel,
): Item[] {
  return items.flatMap((item) => {
    const name = relabel(item[key])
    return name === null ? [] : [{ ...item, [key]: name }]
  })
}

/** What is left when some of a list have gone, and the new place of each that stays. */
function close<Item>(items: readonly (Item | undefined)[]): { kept: Item[]; placeOf: Map<number, number> } {
  const kept: Item[] = []
  const placeOf = new Map<number, number>()
  for (const [at, item] of items.entries()) {
    if (item === undefined) continue
    placeOf.set(at, kept.length)
    kept.push(item)
  }
  return { kept, placeOf }
}
