import { escapeText } from '@/lib/formats/escape-text'
import { type Entry, listEntries } from '@/lib/formats/list-entries'
import type { Asked } from '@/lib/formats/model'
import type { Parameters } from '@/lib/formats/tuples/schema'
import { BETWEEN, writeField } from '@/lib/formats/write-field'
import type { FieldValue, Lowered } from '@/lib/tasks/model'

/** A tuple for each item; the mark for nothing alone where there is none to write. */
export function renderAnswer(lowered: Lowered, { schema }: Asked, parameters: Parameters): string {
  const entries = listEntries(lowered, schema, parameters)
  if (!entries.length) return parameters.nothing
  const [open, close] = parameters.brackets
  const delimiter = /[；，]/.test(parameters.delimiter) ? parameters.delimiter : spaced(parameters.delimiter)
  const written = entries.map((entry) => `${open}${partsOf(entry, parameters).join(delimiter)}${close}`)
  return written.join(parameters.layout === 'lines' ? '\n' : ', ')
}

const spaced = (delimiter: string) => (delimiter === '|' ? ' | ' : `${delimiter} `)

function partsOf({ asked, item }: Entry, parameters: Parameters): string[] {
  const parts = asked.fields.length
    ? asked.fields.map((field) =>
        writePart(typeof item === 'object' ? (item?.[field] ?? null) : null, parameters),
      )
    : [typeof item === 'string' ? writeText(item, parameters) : parameters.nothing]
  const at = { first: 0, second: 1, last: parts.length }[parameters.labelAt]
  return parts.toSpliced(at, 0, writeText(asked.label, parameters))
}

function writeText(text: string, { quoting, brackets, delimiter }: Parameters): string {
  return quoting === 'always' ? JSON.stringify(text) : escapeText(text, brackets + delimiter)
}

function writePart(value: FieldValue, parameters: Parameters): string {
  const { between, brackets, delimiter, nothing, quoting } = parameters
  if (quoting === 'never') return writeField(value, { nothing, between, specials: brackets + delimiter })
  if (value === null) return nothing
  return Array.isArray(value)
    ? value.map((one) => JSON.stringify(one)).join(BETWEEN[between])
    : JSON.stringify(value)
}
