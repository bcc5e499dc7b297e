import { stringify } from 'csv-stringify/sync'
import type { Parameters } from '@/lib/formats/csv/schema'
import { besideLabel, type GridCell, gridHeader, layGrid } from '@/lib/formats/lay-grid'
import type { Asked } from '@/lib/formats/model'
import type { Lowered } from '@/lib/tasks/model'

/** Header and rows, without a line end after the last. */
export function renderAnswer(lowered: Lowered, { schema }: Asked, parameters: Parameters): string {
  const rows = layGrid(lowered, schema, parameters).map(({ label, cells }) =>
    besideLabel(
      cells.map((cell) => writeCell(cell, parameters)),
      label,
      parameters,
    ),
  )
  const written = stringify([gridHeader(schema, parameters), ...rows], {
    delimiter: parameters.delimiter,
    quoted: parameters.quoting === 'always',
    quoted_empty: parameters.quoting === 'always',
    // Line ends of any reader, and spaces that some readers trim.
    quoted_match: /[\r\n\u2028\u2029]|^\s|\s$/u,
  })
  return written.slice(0, -1)
}

function writeCell(cell: GridCell, { nothing, between }: Parameters): string {
  if (cell === undefined) return ''
  if (cell === null) return nothing
  return Array.isArray(cell) ? cell.join(between) : cell
}
