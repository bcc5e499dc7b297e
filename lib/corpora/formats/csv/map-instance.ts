import type { Options } from '@/lib/corpora/formats/csv/schema'
import { columnsOf, mapColumns } from '@/lib/corpora/formats/map-columns'
import { type ColumnRole, columnRoles } from '@/lib/corpora/formats/model'
import { recogniseColumns } from '@/lib/corpora/formats/recognise-columns'
import { excerptOf, type Reading } from '@/lib/corpora/model'
import { AppError } from '@/lib/platform/errors'
import type { TaskForm } from '@/lib/tasks/model'

/** The columns of a table: what each is called, and where those with a role stand. */
export type Table = {
  taskForm: TaskForm
  width: number
  names: readonly string[]
  places: Partial<Record<ColumnRole, number>>
  separator: string | undefined
}

/** Finds the columns in the first row. What the options do not name is told from the header. */
export function resolveColumns(first: readonly string[], options: Options, taskForm: TaskForm): Table {
  const names = first.map((cell, i) => (options.header ? cell.trim() : '') || `${i + 1}`)
  const columns = { ...(options.header ? recogniseColumns(names).columns : {}), ...options.columns }
  const places: Table['places'] = {}
  for (const role of columnRoles) {
    const asked = columns[role]
    if (asked === undefined) continue
    const at = typeof asked === 'number' ? asked - 1 : names.indexOf(asked.trim())
    if (at < 0 || at >= names.length) throw columnMissing(String(asked), names)
    places[role] = at
  }
  for (const role of columnsOf[taskForm]?.needed ?? [])
    if (places[role] === undefined) throw columnMissing(role, names)
  return { taskForm, width: first.length, names, places, separator: options.multiLabelSeparator }
}

function columnMissing(column: string, names: readonly string[]): AppError {
  const listed = names.slice(0, 20).join(', ')
  return new AppError(
    'invalid',
    `The table has no column “${column}”. Its columns are ${listed}. Say which of them is meant.`,
    { reason: 'column-missing', params: { column, names: listed } },
  )
}

/** A row becomes an instance, or is refused with its line and column. */
export function mapInstance(line: number, cells: readonly string[], table: Table): Reading {
  const { width, names, places, taskForm, separator } = table
  if (cells.length !== width) return refuseWidth(line, cells, width)
  const values: Partial<Record<ColumnRole, string>> = {}
  const called: Partial<Record<ColumnRole, string>> = {}
  for (const role of columnRoles) {
    const at = places[role]
    if (at === undefined) continue
    values[role] = cells[at]!
    called[role] = `“${names[at]!}”`
  }
  const labels = labelsOf(values.label ?? '', separator)
  const row = { line, values, labels, names: called, isMulti: separator !== undefined }
  return mapColumns({ ...row, meta: extrasOf(cells, table) }, taskForm)
}

function labelsOf(written: string, separator: string | undefined): string[] {
  const parts = separator === undefined ? [written] : written.split(separator)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

const MAX_VALUE = 500

/** The other cells that are small enough to keep. */
function extrasOf(cells: readonly string[], { names, places, taskForm }: Table): Record<string, string> {
  const { needed = [], other = [] } = columnsOf[taskForm] ?? {}
  const used = new Set([...needed, ...other].map((role) => places[role]))
  const kept = cells.flatMap((cell, i) =>
    used.has(i) || cell === '' || cell.length > MAX_VALUE || /[\0\ufffd]/.test(cell)
      ? []
      : [[names[i]!, cell]],
  )
  return Object.fromEntries(kept.slice(0, 20))
}

function refuseWidth(line: number, cells: readonly string[], width: number): Reading {
  const isShort = cells.length < width
  const message = `This row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, and the first row has ${width}. ${isShort ? 'A delimiter is missing' : 'There is one delimiter too many, or a cell needs quotes'}.`
  const code = isShort ? 'row-too-short' : 'row-too-long'
  return {
    instances: [],
    issues: [
      {
        line,
        severity: 'error',
        code,
        message,
        excerpt: excerptOf(cells.join(' · ')),
        params: { found: cells.length, count: width },
      },
    ],
  }
}
