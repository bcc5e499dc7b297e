import { AnswerSyntaxError, shown } from '@/lib/formats/model'
import type { JsonNode } from '@/lib/formats/read-json'
import type { JsonFields } from '@/lib/formats/write-json-item'
import type { AnswerItem, FieldValue } from '@/lib/tasks/model'

type ObjectNode = Extract<JsonNode, { kind: 'object' }>

/** A record from its entries, which have to be the fields that were asked for, each once, in any order. */
export function readJsonItem(
  { entries, at }: Pick<ObjectNode, 'entries' | 'at'>,
  fields: readonly string[],
  parameters: JsonFields,
): AnswerItem {
  const values = new Map<string, FieldValue>()
  for (const { key, at, node } of entries) {
    if (!fields.includes(key)) throw new AnswerSyntaxError(`The field ${shown(key)} was not asked for`, at)
    values.set(key, readField(node, parameters))
  }
  const missing = fields.find((field) => !values.has(field))
  if (missing !== undefined) throw new AnswerSyntaxError(`The field ${shown(missing)} is missing`, at)
  return Object.fromEntries(fields.map((field) => [field, values.get(field)!]))
}

/** The text of a node that has to be a string. */
export function readJsonString(node: JsonNode): string {
  if (node.kind !== 'string') throw new AnswerSyntaxError('Expected a string', node.at)
  return node.value
}

function readField(node: JsonNode, { nothing, single }: JsonFields): FieldValue {
  if (node.kind === 'list') return readValues(node, single === 'list' ? 1 : 2)
  if (node.kind === 'null' && nothing === null) return null
  const value = readJsonString(node)
  if (value === nothing) return null
  if (single === 'list') throw new AnswerSyntaxError('Expected a list', node.at)
  return value
}

function readValues(node: Extract<JsonNode, { kind: 'list' }>, fewest: number): FieldValue {
  const values = node.nodes.map(readJsonString)
  if (values.length < fewest)
    throw new AnswerSyntaxError(
      fewest > 1 ? 'A list of fewer than two values' : 'A list without values',
      node.at,
    )
  return values.length === 1 ? values[0]! : values
}
