import type { Parameters } from '@/lib/formats/json-by-label/schema'
import { AnswerSyntaxError, type Asked, shown } from '@/lib/formats/model'
import { type JsonNode, readJson } from '@/lib/formats/read-json'
import { readJsonItem, readJsonString } from '@/lib/formats/read-json-item'
import type { Answer, AnswerItem, AskedLabel } from '@/lib/tasks/model'

/** Reads `{"label": ["mention", …], …}` with exactly the labels that were asked for, in that order. */
export function parseAnswer(output: string, { schema }: Asked, parameters: Parameters): Answer {
  const root = readJson(output)
  if (root.kind !== 'object') throw new AnswerSyntaxError('Expected an object', root.at)
  const answer = root.entries.map(({ key, at, node }, i) => {
    const asked = schema[i]
    if (asked?.label !== key)
      throw new AnswerSyntaxError(`Expected ${asked ? `the key ${shown(asked.label)}` : 'no more keys'}`, at)
    return { label: key, items: readItems(node, asked, parameters) }
  })
  const missing = schema[answer.length]
  if (missing) throw new AnswerSyntaxError(`The key ${shown(missing.label)} is missing`, output.length)
  return answer
}

function readItems(node: JsonNode, { fields }: AskedLabel, parameters: Parameters): AnswerItem[] {
  if (node.kind !== 'list') throw new AnswerSyntaxError('Expected a list', node.at)
  if (!fields.length) return node.nodes.map(readJsonString)
  return node.nodes.map((item) => {
    if (item.kind !== 'object') throw new AnswerSyntaxError('Expected an object', item.at)
    return readJsonItem(item, fields, parameters)
  })
}
