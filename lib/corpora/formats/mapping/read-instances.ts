import { mapRecords } from '@/lib/corpora/formats/map-records'
import { mapInstance } from '@/lib/corpora/formats/mapping/map-instance'
import { type Mapping, missingFields, type Options } from '@/lib/corpora/formats/mapping/schema'
import type { Source } from '@/lib/corpora/formats/model'
import { readRows } from '@/lib/corpora/formats/read-rows'
import type { ReadFrom, ReadInstances } from '@/lib/corpora/model'
import { AppError } from '@/lib/platform/errors'
import type { TaskForm } from '@/lib/tasks/model'

/** The instances that a mapping finds in the records of a JSON file or in the rows of a table. */
export async function* readInstances(
  source: Source,
  from: ReadFrom,
  { taskForm, options }: { taskForm: TaskForm; options: Options },
): AsyncGenerator<ReadInstances> {
  const mapping = requireMapping(options.mapping, taskForm)
  const given = { mapping, taskForm }
  if (options.table) yield* readTable(source.text(), options.table, given)
  else {
    const told = mapping.records !== undefined && { layout: 'document' as const, path: mapping.records }
    const shape = { ...options, ...told }
    yield* mapRecords(source, { from, shape }, (value, place) => mapInstance(value, place, given))
  }
}

function requireMapping(mapping: Mapping | undefined, taskForm: TaskForm): Mapping {
  const missing = mapping ? missingFields(mapping, taskForm) : [['text']]
  if (mapping && missing.length === 0) return mapping
  const fields = missing.map((choice) => choice.join(' or ')).join(', ')
  throw new AppError(
    'invalid',
    `The mapping does not say where these are: ${fields}. Without them no ${taskForm} gold can be read.`,
    { reason: 'mapping-incomplete', params: { fields } },
  )
}

async function* readTable(
  chunks: AsyncIterable<Uint8Array>,
  syntax: NonNullable<Options['table']>,
  given: { mapping: Mapping; taskForm: TaskForm },
): AsyncGenerator<ReadInstances> {
  let names: string[] | null = null
  for await (const rows of readRows(chunks, syntax))
    for (const row of rows) {
      const { line, lineEnd, byteEnd } = row
      const place = { line, lineEnd, byteEnd }
      if (row.issue) {
        yield { ...place, instances: [], issues: [row.issue] }
        continue
      }
      const isHeader = names === null && syntax.header
      names ??= columnNames(row.cells, syntax.header)
      if (isHeader) continue
      const record = recordOf(row.cells, names)
      yield { ...place, ...mapInstance(record, { line, written: row.cells.join(' · '), keys: [] }, given) }
    }
}

/** The columns of a table by name, those without one by number. */
export function columnNames(first: readonly string[], header: boolean): string[] {
  return first.map((cell, at) => (header && cell.trim() !== '' ? cell.trim() : `${at + 1}`))
}

/** A row as a record. A cell that is missing says nothing. */
export function recordOf(cells: readonly string[], names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name, at) => (cells[at] === undefined ? [] : [[name, cells[at]]])))
}
