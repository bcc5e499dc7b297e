import { escapeText } from '@/lib/formats/escape-text'
import { besideLabel, type GridRow, gridHeader, layGrid } from '@/lib/formats/lay-grid'
import type { Parameters } from '@/lib/formats/markdown-table/schema'
import type { Asked } from '@/lib/formats/model'
import { writeField } from '@/lib/formats/write-field'
import type { Lowered } from '@/lib/tasks/model'

/** Header, dashes, and a row for each item. */
export function renderAnswer(lowered: Lowered, { schema }: Asked, parameters: Parameters): string {
  const header = gridHeader(schema, parameters).map((name) => escapeText(name, '|'))
  const rows = layGrid(lowered, schema, parameters).map((row) => writeRow(row, schema, parameters))
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function writeRow({ label, cells }: GridRow, schema: Asked['schema'], parameters: Parameters): string[] {
  const isText = !schema.find((asked) => asked.label === label)!.fields.length
  const written = cells.map((cell) => {
    if (cell === undefined) return ''
    return isText && typeof cell === 'string'
      ? escapeText(cell, '|')
      : writeField(cell, { ...parameters, specials: '|' })
  })
  return besideLabel(written, escapeText(label, '|'), parameters)
}
