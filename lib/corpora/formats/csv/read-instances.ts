import { mapInstance, resolveColumns, type Table } from '@/lib/corpora/formats/csv/map-instance'
import type { Options } from '@/lib/corpora/formats/csv/schema'
import { readRows } from '@/lib/corpora/formats/read-rows'
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
