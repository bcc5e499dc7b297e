import { gatherAnswer, type ReadEntry } from '@/lib/formats/gather-answer'
import { AnswerSyntaxError, type Asked, shown } from '@/lib/formats/model'
import { readXml, type XmlNode } from '@/lib/formats/read-xml'
import { elementName, type Parameters } from '@/lib/formats/xml/schema'
import { type Answer, type AskedLabel, type FieldValue, fieldOf } from '@/lib/tasks/model'

/** Reads the elements of the chosen layout and no others; the space between them does not count. */
export function parseAnswer(output: string, { schema }: Asked, parameters: Parameters): Answer {
  const root = readXml(output)
  if (root.name !== parameters.root)
    throw new AnswerSyntaxError(`Expected the element ${shown(parameters.root)}`, root.at)
  checkAttributes(root, [])
  const isNamed = parameters.layout === 'named-items'
  const asked = new Map(schema.map((one) => [isNamed ? elementName(one.label) : one.label, one]))
  const nodes = containedIn(root)
  const entries =
    parameters.layout === 'groups'
      ? readGroups(nodes, asked, parameters)
      : nodes.map((node) => readItem(node, labelOf(node, asked, parameters), parameters))
  return gatherAnswer(entries, schema, { empty: parameters.empty, end: output.length })
}

type AskedByName = ReadonlyMap<string, AskedLabel>

function readGroups(nodes: readonly XmlNode[], asked: AskedByName, parameters: Parameters): ReadEntry[] {
  return nodes.flatMap((node): ReadEntry[] => {
    checkName(node, parameters.group)
    const own = labelOf(node, asked, parameters)
    const items = containedIn(node)
    if (!items.length) return [{ label: own.label, item: null, at: node.at }]
    return items.map((item) => {
      checkName(item, parameters.item)
      checkAttributes(item, [])
      return readItem(item, own, parameters)
    })
  })
}

/** The label that an element names, by its own name or by its attribute. */
function labelOf(node: XmlNode, asked: AskedByName, { layout, label, item }: Parameters): AskedLabel {
  if (layout === 'typed-items') checkName(node, item)
  checkAttributes(node, layout === 'named-items' ? [] : [label])
  const name = layout === 'named-items' ? node.name : node.attributes[label]!
  const found = asked.get(name)
  if (!found) throw new AnswerSyntaxError(`${shown(name)} was not asked for`, node.at)
  return found
}

function readItem(node: XmlNode, { label, fields }: AskedLabel, parameters: Parameters): ReadEntry {
  if (!fields.length) return { label, item: textOf(node), at: node.at }
  const isNamed = parameters.layout === 'named-items'
  const values = new Map<string, string[]>(fields.map((field) => [isNamed ? elementName(field) : field, []]))
  for (const field of containedIn(node)) {
    if (!isNamed) checkName(field, 'field')
    checkAttributes(field, isNamed ? [] : ['name'])
    const own = values.get(isNamed ? field.name : field.attributes.name!)
    if (!own) throw new AnswerSyntaxError('A field that was not asked for', field.at)
    own.push(textOf(field))
  }
  const lists = [...values.values()]
  const record = fields.map((field, i): [string, FieldValue] => [
    field,
    readValues(lists[i]!, { at: node.at, field, nothing: parameters.nothing }),
  ])
  return { label, item: Object.fromEntries(record), at: node.at }
}

function readValues(
  values: readonly string[],
  { at, field, nothing }: { at: number; field: string; nothing: string | null },
): FieldValue {
  if (nothing === null) return fieldOf(values)
  if (!values.length) throw new AnswerSyntaxError(`The field ${shown(field)} is missing`, at)
  return values.length === 1 && values[0] === nothing ? null : fieldOf(values)
}

function containedIn({ nodes, text, at }: XmlNode): readonly XmlNode[] {
  if (text.trim()) throw new AnswerSyntaxError('Text where only elements belong', at)
  return nodes
}

function textOf({ nodes, text }: XmlNode): string {
  if (nodes[0]) throw new AnswerSyntaxError('An element where only text belongs', nodes[0].at)
  return text
}

function checkName({ name, at }: XmlNode, expected: string): void {
  if (name !== expected) throw new AnswerSyntaxError(`Expected the element ${shown(expected)}`, at)
}

function checkAttributes({ attributes, at }: XmlNode, expected: readonly string[]): void {
  const names = Object.keys(attributes)
  const missing = expected.find((name) => !names.includes(name))
  if (missing) throw new AnswerSyntaxError(`The attribute ${shown(missing)} is missing`, at)
  const extra = names.find((name) => !expected.includes(name))
  if (extra) throw new AnswerSyntaxError(`The attribute ${shown(extra)} was not asked for`, at)
}
