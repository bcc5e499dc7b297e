import { describedIn, NAME } from '@/lib/tasks/kg/gold'
import { lowerRecords } from '@/lib/tasks/lower-records'
import { type AskedSchema, type Lowered, withFields } from '@/lib/tasks/model'
import { readerOf } from '@/lib/tasks/ner/gold'
import type { ReGold } from '@/lib/tasks/re/gold'

/** A type is answered by records of a name and the properties asked for. */
export function entityGroups(schema: AskedSchema): AskedSchema {
  return withFields(schema, [NAME])
}

/** A record for every typed entity: its name, and under each property asked for its values, each once. */
export function lowerGold(text: string, gold: ReGold, schema: AskedSchema): Lowered {
  const { words } = readerOf(text)
  const found = describedIn(gold).map(({ entity, properties }) => {
    const values = new Map([[NAME, [words(entity)]]])
    for (const { field, value } of properties) {
      const said = typeof value === 'string' ? value : words(value)
      const known = values.get(field) ?? []
      if (!known.includes(said)) values.set(field, [...known, said])
    }
    return { label: entity.label, values }
  })
  return lowerRecords(found, entityGroups(schema))
}
