import { gatherAnswer, type ReadEntry } from '@/lib/formats/gather-answer'
import type { Parameters } from '@/lib/formats/json-records/schema'
import { AnswerSyntaxError, type Asked, shown } from '@/lib/formats/model'
import { type JsonNode, readJson } from '@/lib/formats/read-json'
import { readJsonItem, readJsonString } from '@/lib/formats/read-json-item'
import type { Answer, AskedLabel } from '@/lib/tasks/model'

/** Reads the objects in any order of groups; within a group their order is that of its items. */
export function parseAnswer(output: string, { schema }: Asked, parameters: Parameters): Answer {
  const root = readJson(output)
  if (root.kind !== 'list') throw new AnswerSyntaxError('Expected a list', root.at)
  const asked = new Map(schema.map((one) => [one.label, one]))
  const entries = root.nodes.map((node) => readEntry(node, asked, parameters))
  return gatherAnswer(entries, schema, { empty: 'leave-out', end: output.length })
}

function readEntry(
  node: JsonNode,
  asked: ReadonlyMap<string, AskedLabel>,
  parameters: Parameters,
): ReadEntry {
  const { groupKey, itemKey } = parameters
  if (node.kind !== 'object') throw new AnswerSyntaxError('Expected an object', node.at)
  const group = node.entries.find(({ key }) => key === groupKey)
  if (!group) throw new AnswerSyntaxError(`The key ${shown(groupKey)} is missing`, node.at)
  const label = readJsonString(group.node)
  const fields = asked.get(label)?.fields
  if (!fields) throw new AnswerSyntaxError(`${shown(label)} was not asked for`, group.node.at)
  const { at } = node
  const entries = node.entries.filter((entry) => entry !== group)
  if (fields.length) return { label, at, item: readJsonItem({ at, entries }, fields, parameters) }
  const [text, ...others] = entries
  if (text?.key !== itemKey || others.length)
    throw new AnswerSyntaxError(`Expected just the keys ${shown(groupKey)} and ${shown(itemKey)}`, at)
  return { label, at, item: readJsonString(text.node) }
}
