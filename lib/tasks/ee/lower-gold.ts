import { type EeGold, type Event, type EventArgument, isEventArgument } from '@/lib/tasks/ee/gold'
import { type FoundRecord, lowerRecords } from '@/lib/tasks/lower-records'
import type { AskedSchema, Lowered } from '@/lib/tasks/model'
import { type Reader, readerOf } from '@/lib/tasks/ner/gold'

const TRIGGER = 'trigger'

/** An event type is answered by records of its trigger and the roles asked for. */
export function eventGroups(schema: AskedSchema): AskedSchema {
  return schema.map(({ label, fields }) => ({
    label,
    fields: [TRIGGER, ...fields.filter((field) => field !== TRIGGER)],
  }))
}

/**
 * Lowers the gold to an answer about event types: a record for every event, in the order of the text, with its trigger and
 * for each role asked for the words of its arguments. A part of an argument stands under `Treatment.Drug`; an event that is an
 * argument is named by its trigger, or by its type where it has none.
 */
export function lowerGold(text: string, gold: EeGold, schema: AskedSchema): Lowered {
  const reader = readerOf(text)
  const found = gold.events.map((event) => ({ label: event.type, values: valuesOf(event, { gold, reader }) }))
  return lowerRecords(found, eventGroups(schema))
}

function valuesOf(event: Event, of: { gold: EeGold; reader: Reader }): FoundRecord['values'] {
  const values = new Map<string, string[]>()
  const add = (field: string, words: string) => values.set(field, [...(values.get(field) ?? []), words])
  if (event.trigger) add(TRIGGER, of.reader.words(event.trigger))
  for (const argument of event.arguments) {
    add(argument.role, wordsOf(argument, of))
    if (!isEventArgument(argument))
      for (const part of argument.arguments ?? []) add(`${argument.role}.${part.role}`, of.reader.words(part))
  }
  return values
}

function wordsOf(argument: EventArgument, { gold, reader }: { gold: EeGold; reader: Reader }): string {
  if (!isEventArgument(argument)) return reader.words(argument)
  const event = gold.events[argument.event]
  return event?.trigger ? reader.words(event.trigger) : (event?.type ?? '')
}
