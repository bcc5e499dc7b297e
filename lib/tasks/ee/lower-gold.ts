import { type EeGold, type EventArgument, filledIn, isEventArgument, TRIGGER } from '@/lib/tasks/ee/gold'
import { lowerRecords } from '@/lib/tasks/lower-records'
import { type AskedSchema, type Lowered, withFields } from '@/lib/tasks/model'
import { readerOf } from '@/lib/tasks/ner/gold'

/** An event type is answered by records of its trigger and the roles asked for. */
export function eventGroups(schema: AskedSchema): AskedSchema {
  return withFields(schema, [TRIGGER])
}

/**
 * Lowers the gold to an answer about event types: a record for every event, in the order of the text, with its trigger and
 * for each role asked for the words of its arguments. A part of an argument stands under `Treatment.Drug`; an event that is an
 * argument is named by its trigger, or by its type where it has none.
 */
export function lowerGold(text: string, gold: EeGold, schema: AskedSchema): Lowered {
  const { words } = readerOf(text)
  const wordsOf = (argument: EventArgument): string => {
    if (!isEventArgument(argument)) return words(argument)
    const { trigger, type } = gold.events[argument.event]!
    return trigger ? words(trigger) : type
  }
  const found = gold.events.map((event) => {
    const values = new Map(event.trigger ? [[TRIGGER, [words(event.trigger)]]] : [])
    for (const { field, by } of filledIn(event))
      values.set(field, [...(values.get(field) ?? []), wordsOf(by)])
    return { label: event.type, values }
  })
  return lowerRecords(found, eventGroups(schema))
}
