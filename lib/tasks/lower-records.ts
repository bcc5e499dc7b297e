import { type AnswerItem, type AskedSchema, fieldOf, type Lowered } from '@/lib/tasks/model'

/** Something under a label with the values of its fields, in the order of the text. */
export type FoundRecord = { label: string; values: ReadonlyMap<string, readonly string[]> }

/**
 * An answer of records: every asked label with a record for each thing found for it. A record has exactly the asked fields, in
 * their order; one of which nothing is known is null.
 */
export function lowerRecords(found: readonly FoundRecord[], groups: AskedSchema): Lowered {
  const answer = groups.map(({ label, fields }) => ({
    label,
    items: found.filter((one) => one.label === label).map(({ values }) => recordOf(fields, values)),
  }))
  return { answer, places: answer.map(({ items }) => items.map(() => null)) }
}

function recordOf(fields: readonly string[], values: FoundRecord['values']): AnswerItem {
  return Object.fromEntries(fields.map((field) => [field, fieldOf(values.get(field) ?? [])]))
}
