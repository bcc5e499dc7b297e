import type { Parameters } from '@/lib/formats/json-by-label/schema'
import type { Asked } from '@/lib/formats/model'
import { type WritableJson, writeJson } from '@/lib/formats/write-json'
import { writeJsonItem } from '@/lib/formats/write-json-item'
import type { Lowered } from '@/lib/tasks/model'

/** `{"label": ["mention", …], …}` in the order of the groups. */
export function renderAnswer({ answer }: Lowered, { schema }: Asked, parameters: Parameters): string {
  const entries = schema.map(({ label, fields }, at): [string, WritableJson] => [
    label,
    answer[at]!.items.map((item) =>
      typeof item === 'string' ? item : { entries: writeJsonItem(item, fields, parameters) },
    ),
  ])
  return writeJson({ entries }, parameters.indent)
}
