import { listEntries } from '@/lib/formats/list-entries'
import type { EmptyGroups, ItemOrder } from '@/lib/formats/model'
import type { AnswerItem, AskedLabel, AskedSchema, FieldValue, Lowered } from '@/lib/tasks/model'

/** What a table leaves to choose, whatever its syntax. */
export type GridParameters = {
  groupColumn: string
  itemColumn: string
  groupAt: 'first' | 'last'
  order: ItemOrder
  empty: EmptyGroups
  nothing: string
}

/** Undefined: the column is not about the label of this row. */
export type GridCell = FieldValue | undefined
export type GridRow = { label: string; cells: GridCell[] }

/** A row for each item: its label, and a cell for each of `gridColumns`. */
export function layGrid(lowered: Lowered, schema: AskedSchema, parameters: GridParameters): GridRow[] {
  const columns = gridColumns(schema)
  return listEntries(lowered, schema, parameters).map(({ asked, item }) => ({
    label: asked.label,
    cells: columns.map((column) => (isAbout(asked, column) ? cellOf(item, column) : undefined)),
  }))
}

/** The column of the items themselves, which has no field. */
const TEXT: unique symbol = Symbol('text')
export type GridColumn = string | typeof TEXT

/** Besides the label: the text, if any label has items without fields, and every field once. */
export function gridColumns(schema: AskedSchema): GridColumn[] {
  const fields = new Set(schema.flatMap((asked) => asked.fields))
  return [...(schema.some((asked) => !asked.fields.length) ? [TEXT as GridColumn] : []), ...fields]
}

/** The words at the head of the columns, the label's included. */
export function gridHeader(schema: AskedSchema, parameters: GridParameters): string[] {
  const names = gridColumns(schema).map((column) =>
    column === TEXT ? parameters.itemColumn : String(column),
  )
  return besideLabel(names, parameters.groupColumn, parameters)
}

/** A row with the label where it belongs. */
export function besideLabel<Cell>(
  cells: readonly Cell[],
  label: Cell,
  { groupAt }: Pick<GridParameters, 'groupAt'>,
): Cell[] {
  return groupAt === 'first' ? [label, ...cells] : [...cells, label]
}

export function isAbout(asked: AskedLabel, column: GridColumn): boolean {
  return typeof column === 'string' ? asked.fields.includes(column) : !asked.fields.length
}

function cellOf(item: AnswerItem | null, column: GridColumn): FieldValue {
  return item === null || typeof item === 'string' ? item : item[String(column)]!
}
