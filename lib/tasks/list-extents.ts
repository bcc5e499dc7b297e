import { type EeGold, type Event, type EventArgument, isEventArgument } from '@/lib/tasks/ee/gold'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'
import { endOf, type MrcGold } from '@/lib/tasks/mrc/gold'
import type { Extent, NerGold } from '@/lib/tasks/ner/gold'
import type { OpenieGold, OpenPart } from '@/lib/tasks/openie/gold'
import type { ReGold } from '@/lib/tasks/re/gold'

/** Every place of the text that a gold names: spans, entities, triggers, arguments, answers. */
export function listExtents(form: TaskForm, gold: unknown): Extent[] {
  return extentsIn[findTaskForm(form).storedAs]?.(gold as never) ?? []
}

const extentsIn: Partial<Record<TaskForm, (gold: never) => Extent[]>> = {
  ner: ({ spans }: NerGold) => spans,
  re: ({ entities }: ReGold) =>
    entities.flatMap((entity) => [entity, ...(entity.also ?? []).map(([start, end]) => ({ start, end }))]),
  ee: ({ events }: EeGold) => events.flatMap(extentsOfEvent),
  openie: ({ tuples }: OpenieGold) =>
    tuples.flatMap(({ predicate, arguments: given }) => [predicate, ...given].flatMap(extentOfPart)),
  mrc: ({ answers }: MrcGold) =>
    answers.flatMap(({ text, start }) =>
      start === undefined ? [] : [{ start, end: endOf({ text, start }) }],
    ),
}

function extentsOfEvent({ trigger, arguments: given }: Event): Extent[] {
  return [...(trigger ? [trigger] : []), ...given.flatMap(extentsOfArgument)]
}

function extentsOfArgument(argument: EventArgument): Extent[] {
  if (isEventArgument(argument)) return []
  return [argument, ...(argument.arguments ?? []).flatMap((part) => ('event' in part ? [] : [part]))]
}

function extentOfPart({ start, end }: OpenPart): Extent[] {
  return start === undefined || end === undefined ? [] : [{ start, end }]
}
