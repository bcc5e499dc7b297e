import { mapInstance, resolveColumns, type Table } from '@/lib/corpora/formats/csv/map-instance'
import type { Options } from '@/lib/corpora/formats/csv/schema'
import { columnsOf } from '@/lib/corpora/formats/map-columns'
import { SHOWN_ROWS, type ShownTable, shownCell } from '@/lib/corpora/formats/model'
import { readRows } from '@/lib/corpora/formats/read-rows'
import { recogniseColumns } from '@/lib/corpora/formats/recognise-columns'
import type { ReadInstances } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'

/** One instance a row. The first row may name the columns; else it says how many there are. */
export async function* readInstances(
  chunks: AsyncIterable<Uint8Array>,
  options: Options,
  taskForm: TaskForm,
): AsyncGenerator<ReadInstances> {
  let table: Table | null = null
  for await (const rows of readRows(chunks, options))
    for (const row of rows) {
      const { line, lineEnd, byteEnd } = row
      const place = { line, lineEnd, byteEnd }
      if (row.issue) {
        yield { ...place, instances: [], issues: [row.issue] }
        continue
      }
      const isFirst = table === null
      table ??= resolveColumns(row.cells, options, taskForm)
      if (isFirst && options.header) continue
      yield { ...place, ...mapInstance(line, row.cells, table) }
    }
}

/** The columns of a table and its first rows, whether or not the needed columns are known. */
export async function showTable(
  chunks: AsyncIterable<Uint8Array>,
  options: Options,
  taskForm: TaskForm,
): Promise<ShownTable> {
  const first: string[][] = []
  for await (const rows of readRows(chunks, options)) {
    for (const row of rows) if (!row.issue) first.push(row.cells)
    if (first.length > SHOWN_ROWS) break
  }
  const [top = []] = first
  const names = top.map((cell, i) => (options.header ? cell.trim() : '') || `${i + 1}`)
  const { needed = [], other = [] } = columnsOf[taskForm] ?? {}
  const told = options.header ? recogniseColumns(names).columns : {}
  return {
    names,
    rows: first.slice(options.header ? 1 : 0, SHOWN_ROWS).map((cells) => cells.map(shownCell)),
    roles: [...needed, ...other].map((role) => ({ role, isNeeded: needed.includes(role) })),
    columns: { ...told, ...options.columns },
  }
}
