import { escapeText } from '@/lib/formats/escape-text'
import { type Entry, listEntries } from '@/lib/formats/list-entries'
import { fieldSeparator, type Parameters, SIGNS } from '@/lib/formats/markdown-list/schema'
import type { Asked } from '@/lib/formats/model'
import { writeField } from '@/lib/formats/write-field'
import type { Lowered } from '@/lib/tasks/model'

/** The list; the mark for nothing alone where there is nothing to list. */
export function renderAnswer(lowered: Lowered, { schema }: Asked, parameters: Parameters): string {
  const entries = listEntries(lowered, schema, parameters)
  if (!entries.length) return parameters.nothing
  if (parameters.layout === 'flat')
    return list(
      entries.map((entry) => `${labelOf(entry, parameters)}${itemOf(entry, parameters)}`),
      parameters,
    )
  const groups = schema.flatMap((asked) => {
    const items = entries.filter((entry) => entry.asked === asked).map((entry) => itemOf(entry, parameters))
    return items.length ? [{ name: escapeText(asked.label, ''), items: list(items, parameters) }] : []
  })
  if (parameters.layout === 'headings')
    return groups.map(({ name, items }) => `## ${name}\n${items}`).join('\n\n')
  const indent = ' '.repeat(parameters.bullet.length + 1)
  return list(
    groups.map(({ name, items }) => `${name}\n${items.replace(/^/gm, indent)}`),
    parameters,
  )
}

function list(lines: readonly string[], { bullet }: Parameters): string {
  return lines.map((line, at) => `${bullet === '1.' ? `${at + 1}.` : bullet} ${line}`).join('\n')
}

const labelOf = ({ asked }: Entry, { sign }: Parameters) => `${escapeText(asked.label, sign)}${SIGNS[sign]}`

function itemOf({ asked, item }: Entry, parameters: Parameters): string {
  if (item === null) return parameters.nothing
  if (typeof item === 'string') return escapeText(item, '')
  const { between, nothing, sign } = parameters
  const separator = fieldSeparator(parameters)
  const fields = asked.fields.map((field) => {
    const value = writeField(item[field]!, { nothing, between, specials: separator })
    return `${escapeText(field, sign + separator)}${SIGNS[sign]}${value}`
  })
  return fields.join(separator === ';' ? '; ' : separator)
}
