import type { WritableJson } from '@/lib/formats/write-json'
import type { AnswerItem, FieldValue } from '@/lib/tasks/model'

/** How JSON writes the fields of records: what stands for nothing, and whether one value is a list as well. */
export type JsonFields = { nothing: string | null; single: 'plain' | 'list' }

/** The entries of a record, in the order of the fields. */
export function writeJsonItem(
  item: Exclude<AnswerItem, string>,
  fields: readonly string[],
  parameters: JsonFields,
): [key: string, value: WritableJson][] {
  return fields.map((field) => [field, writeField(item[field]!, parameters)])
}

function writeField(value: FieldValue, { nothing, single }: JsonFields): WritableJson {
  if (value === null) return nothing
  return typeof value === 'string' && single === 'list' ? [value] : value
}
