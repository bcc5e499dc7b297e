import { lowerRecords } from '@/lib/tasks/lower-records'
import type { AskedSchema, Lowered } from '@/lib/tasks/model'
import { readerOf } from '@/lib/tasks/ner/gold'
import type { Entity, ReGold } from '@/lib/tasks/re/gold'
import { triplesIn } from '@/lib/tasks/spo/gold'

/** A relation is answered by records of its two ends and their types. */
export function tripleGroups(schema: AskedSchema): AskedSchema {
  const fields = ['subject', 'subject_type', 'object', 'object_type']
  return schema.map(({ label }) => ({ label, fields }))
}

/** A record for every triple, in the order of the text. The type of an end is null where the source gives none. */
export function lowerGold(text: string, gold: ReGold, schema: AskedSchema): Lowered {
  const { words } = readerOf(text)
  const found = triplesIn(gold).map(({ predicate, subject, object }) => ({
    label: predicate,
    values: new Map([
      ['subject', [words(subject)]],
      ['subject_type', typeOf(subject)],
      ['object', [words(object)]],
      ['object_type', typeOf(object)],
    ]),
  }))
  return lowerRecords(found, tripleGroups(schema))
}

const typeOf = ({ label }: Entity) => (label ? [label] : [])
