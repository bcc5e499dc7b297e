import type { Parameters } from '@/lib/formats/json-records/schema'
import { type Entry, listEntries } from '@/lib/formats/list-entries'
import type { Asked } from '@/lib/formats/model'
import { type WritableJson, writeJson } from '@/lib/formats/write-json'
import { writeJsonItem } from '@/lib/formats/write-json-item'
import type { Lowered } from '@/lib/tasks/model'

/** `[{"type": "label", "text": "mention"}, …]`; a group without items is not in it. */
export function renderAnswer(lowered: Lowered, { schema }: Asked, parameters: Parameters): string {
  const entries = listEntries(lowered, schema, { order: parameters.order, empty: 'leave-out' })
  const objects = entries.map((entry): WritableJson => ({ entries: objectOf(entry, parameters) }))
  return writeJson(objects, parameters.indent)
}

function objectOf({ asked, item }: Entry, parameters: Parameters): [string, WritableJson][] {
  const { groupKey, itemKey } = parameters
  const values: [string, WritableJson][] =
    item === null || typeof item === 'string'
      ? [[itemKey, item]]
      : writeJsonItem(item, asked.fields, parameters)
  return [[groupKey, asked.label], ...values]
}
