import { type Entry, listEntries } from '@/lib/formats/list-entries'
import type { Asked } from '@/lib/formats/model'
import { writeYamlString } from '@/lib/formats/write-yaml-string'
import type { Parameters } from '@/lib/formats/yaml/schema'
import type { AnswerGroup, AskedLabel, FieldValue, Lowered } from '@/lib/tasks/model'

/** Lists in block style, values of a field in brackets. */
export function renderAnswer(lowered: Lowered, { schema }: Asked, parameters: Parameters): string {
  const lines = parameters.layout === 'records' ? recordsOf(lowered, schema, parameters) : []
  if (parameters.layout === 'records') return lines.join('\n') || '[]'
  const groups = schema.flatMap((asked, at) => groupOf(lowered.answer[at]!, asked, parameters))
  return groups.join('\n') || '{}'
}

function recordsOf(lowered: Lowered, schema: Asked['schema'], parameters: Parameters): string[] {
  const entries = listEntries(lowered, schema, { order: parameters.order, empty: 'leave-out' })
  return entries.map((entry) => {
    const label = `${keyOf(parameters.groupKey)}: ${writeYamlString(entry.asked.label, parameters.quoting)}`
    return listItem([label, ...pairsOf(entry, parameters)])
  })
}

function groupOf({ items }: AnswerGroup, asked: AskedLabel, parameters: Parameters): string[] {
  const key = `${keyOf(asked.label)}:`
  if (!items.length) return parameters.empty === 'mark' ? [`${key} []`] : []
  const indent = ' '.repeat(parameters.indent)
  const lines = items.map((item) =>
    typeof item === 'string'
      ? `- ${writeYamlString(item, parameters.quoting)}`
      : listItem(pairsOf({ asked, item }, parameters)),
  )
  return [key, ...lines.map((line) => line.replace(/^/gm, indent))]
}

// Keys stand bare wherever they can, whatever is chosen for values.
const keyOf = (name: string) => writeYamlString(name, 'where-needed')

const listItem = (pairs: readonly string[]) => `- ${pairs.join('\n  ')}`

function pairsOf({ asked, item }: Entry, parameters: Parameters): string[] {
  const { itemKey, quoting } = parameters
  if (item === null || typeof item === 'string')
    return [`${keyOf(itemKey)}: ${writeYamlString(item ?? '', quoting)}`]
  return asked.fields.map((field) => `${keyOf(field)}: ${valueOfField(item[field]!, parameters)}`)
}

function valueOfField(value: FieldValue, { nothing, quoting }: Parameters): string {
  if (value === null) return nothing
  if (typeof value === 'string') return writeYamlString(value, quoting)
  return `[${value.map((one) => writeYamlString(one, 'double')).join(', ')}]`
}
