import { type Entry, listEntries } from '@/lib/formats/list-entries'
import type { Asked } from '@/lib/formats/model'
import { writeXml, type XmlElement } from '@/lib/formats/write-xml'
import { elementName, type Parameters } from '@/lib/formats/xml/schema'
import type { Lowered } from '@/lib/tasks/model'

/** One document without declaration. */
export function renderAnswer(lowered: Lowered, { schema }: Asked, parameters: Parameters): string {
  const entries = listEntries(lowered, schema, { order: parameters.order, empty: 'leave-out' })
  const content =
    parameters.layout === 'groups'
      ? groupsOf(entries, schema, parameters)
      : entries.map((entry) => itemOf(entry, parameters))
  return writeXml({ name: parameters.root, content }, parameters.indent)
}

function groupsOf(entries: readonly Entry[], schema: Asked['schema'], parameters: Parameters): XmlElement[] {
  const groups = schema.map((asked): XmlElement & { content: XmlElement[] } => ({
    name: parameters.group,
    attribute: [parameters.label, asked.label],
    content: entries.filter((entry) => entry.asked === asked).map((entry) => itemOf(entry, parameters)),
  }))
  return parameters.empty === 'mark' ? groups : groups.filter(({ content }) => content.length)
}

function itemOf(entry: Entry, parameters: Parameters): XmlElement {
  const content = contentOf(entry, parameters)
  const { label } = entry.asked
  if (parameters.layout === 'named-items') return { name: elementName(label), content }
  if (parameters.layout === 'groups') return { name: parameters.item, content }
  return { name: parameters.item, attribute: [parameters.label, label], content }
}

function contentOf({ asked, item }: Entry, { layout, nothing }: Parameters): string | XmlElement[] {
  if (item === null || typeof item === 'string') return item ?? ''
  return asked.fields.flatMap((field) => {
    const value = item[field] ?? nothing
    const values = value === null ? [] : typeof value === 'string' ? [value] : value
    return values.map(
      (content): XmlElement =>
        layout === 'named-items'
          ? { name: elementName(field), content }
          : { name: 'field', attribute: ['name', field], content },
    )
  })
}
