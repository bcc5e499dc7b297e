import { gatherAnswer, type ReadEntry } from '@/lib/formats/gather-answer'
import {
  type GridColumn,
  type GridParameters,
  gridColumns,
  gridHeader,
  isAbout,
} from '@/lib/formats/lay-grid'
import { AnswerSyntaxError, shown } from '@/lib/formats/model'
import type { Answer, AnswerItem, AskedLabel, AskedSchema, FieldValue } from '@/lib/tasks/model'

/** A cell as the syntax of the table has it: its text, or its values where its column is a field. */
export type ReadCell = { at: number; text(): string; field(): FieldValue; isNothing: boolean }
export type ReadRow = { at: number; cells: ReadCell[] }

/** The answer in a table: a header with exactly the columns of what was asked, and a row for each item. */
export function readGrid(
  [header, ...rows]: ReadRow[],
  schema: AskedSchema,
  parameters: GridParameters & { end: number },
): Answer {
  checkHeader(header, gridHeader(schema, parameters))
  const columns = gridColumns(schema)
  const asked = new Map(schema.map((one) => [one.label, one]))
  const entries = rows.map((row) => readRow(row, { asked, columns, parameters }))
  return gatherAnswer(entries, schema, parameters)
}

function checkHeader(header: ReadRow | undefined, names: readonly string[]): void {
  for (const [at, name] of names.entries()) {
    const cell = header?.cells[at]
    if (cell?.text() !== name)
      throw new AnswerSyntaxError(`Expected the column ${shown(name)}`, cell?.at ?? header?.at ?? 0)
  }
  const extra = header!.cells[names.length]
  if (extra) throw new AnswerSyntaxError('Expected no more columns', extra.at)
}

function readRow(
  { cells, at }: ReadRow,
  by: { asked: ReadonlyMap<string, AskedLabel>; columns: GridColumn[]; parameters: GridParameters },
): ReadEntry {
  if (cells.length !== by.columns.length + 1)
    throw new AnswerSyntaxError(`Expected ${by.columns.length + 1} cells, found ${cells.length}`, at)
  const isFirst = by.parameters.groupAt === 'first'
  const name = isFirst ? cells[0]! : cells.at(-1)!
  const label = name.text()
  const asked = by.asked.get(label)
  if (!asked) throw new AnswerSyntaxError(`${shown(label)} was not asked for`, name.at)
  const own = by.columns.map((column, i): Own => ({ column, cell: cells[isFirst ? i + 1 : i]! }))
  const others = own.filter(({ column }) => !isAbout(asked, column))
  const misplaced = others.find(({ cell }) => cell.text() !== '')
  if (misplaced) throw new AnswerSyntaxError(`${shown(label)} has no such column`, misplaced.cell.at)
  const about = own.filter(({ column }) => isAbout(asked, column))
  const isNothing = by.parameters.empty === 'mark' && about.every(({ cell }) => cell.isNothing)
  return { label, at, item: isNothing ? null : readItem(about) }
}

type Own = { column: GridColumn; cell: ReadCell }

function readItem(about: readonly Own[]): AnswerItem {
  const text = about.find(({ column }) => typeof column !== 'string')
  if (text) return text.cell.text()
  return Object.fromEntries(about.map(({ column, cell }) => [String(column), cell.field()]))
}
