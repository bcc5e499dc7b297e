import { lowerRecords } from '@/lib/tasks/lower-records'
import type { AskedSchema, Lowered } from '@/lib/tasks/model'
import { readerOf } from '@/lib/tasks/ner/gold'
import type { ReGold } from '@/lib/tasks/re/gold'

/** A relation is answered by records of its two ends. */
export function relationGroups(schema: AskedSchema): AskedSchema {
  return schema.map(({ label }) => ({ label, fields: ['head', 'tail'] }))
}

/** A record with both ends for every relation, in the order of the text. */
export function lowerGold(text: string, gold: ReGold, schema: AskedSchema): Lowered {
  const { words } = readerOf(text)
  const found = gold.relations.map(({ type, head, tail }) => ({
    label: type,
    values: new Map([
      ['head', [words(gold.entities[head]!)]],
      ['tail', [words(gold.entities[tail]!)]],
    ]),
  }))
  return lowerRecords(found, relationGroups(schema))
}
