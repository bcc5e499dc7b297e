import { type AsyncBuffer, type Compressors, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { featureRolesOf, mapFeatures, requireFeatures } from '@/lib/corpora/formats/map-features'
import { SHOWN_ROWS, type ShownTable, type Source, shownCell } from '@/lib/corpora/formats/model'
import { describeTable, optionsFor } from '@/lib/corpora/formats/parquet/map-instance'
import { damaged } from '@/lib/corpora/formats/parquet/recognise-file'
import type { Options } from '@/lib/corpora/formats/parquet/schema'
import type { ReadInstances } from '@/lib/corpora/model'
import { AppError } from '@/lib/platform/errors'
import type { TaskForm } from '@/lib/tasks/model'

/** A group of rows is decoded as one; larger ones than writers make would fill the memory. */
const MAX_GROUP_BYTES = 512_000_000

/** One instance a row, a group of rows at a time; only the columns that are needed are read. */
export async function* readInstances(
  source: Source,
  options: Options,
  taskForm: TaskForm,
): AsyncGenerator<ReadInstances> {
  const file = bufferOf(source)
  const metadata = await attempt(() => parquetMetadataAsync(file))
  const table = describeTable(metadata)
  const chosen = optionsFor(table, options)
  requireFeatures(table.names, chosen, taskForm)
  const columns = [...new Set(Object.values(chosen.columns))]
  let rowStart = 0
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows)
    const needed = group.columns.filter(({ meta_data }) =>
      columns.includes(meta_data?.path_in_schema[0] ?? ''),
    )
    refuseLarge(
      needed.reduce((sum, { meta_data }) => sum + Number(meta_data?.total_uncompressed_size ?? 0), 0),
    )
    const asked = { file, metadata, columns, compressors: cautious, rowStart, rowEnd }
    const rows = await attempt(() => parquetReadObjects(asked))
    let line = rowStart
    for (const row of rows) {
      line++
      yield { line, lineEnd: line, byteEnd: 0, ...mapFeatures(row, { line, taskForm, options: chosen }) }
    }
    rowStart = rowEnd
  }
}

/** The columns of a dataset and its first rows, whether or not the needed columns are known. */
export async function showTable(source: Source, options: Options, taskForm: TaskForm): Promise<ShownTable> {
  const file = bufferOf(source)
  const metadata = await attempt(() => parquetMetadataAsync(file))
  const table = describeTable(metadata)
  const rowEnd = Math.min(SHOWN_ROWS, Number(metadata.num_rows))
  refuseLarge(Number(metadata.row_groups[0]?.total_byte_size ?? 0))
  const asked = { file, metadata, columns: [...table.names], compressors: cautious, rowStart: 0, rowEnd }
  const rows = rowEnd > 0 ? await attempt(() => parquetReadObjects(asked)) : []
  const { columns: chosen } = optionsFor(table, options)
  return {
    names: [...table.names],
    rows: rows.map((row) => table.names.map((name) => shownCell(row[name]))),
    roles: featureRolesOf(taskForm, chosen),
    columns: chosen,
  }
}

function bufferOf({ size, slice }: Source): AsyncBuffer {
  return {
    byteLength: size,
    async slice(start, end = size) {
      if (end - start > MAX_GROUP_BYTES) refuseLarge(end - start)
      const bytes = await slice(start, end)
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    },
  }
}

/** What a page says it unpacks to is memory before anything is checked. */
const cautious: Compressors = Object.fromEntries(
  Object.entries(compressors).map(([codec, unpack]) => [
    codec,
    (input: Uint8Array, length: number) => {
      refuseLarge(length)
      return unpack!(input, length)
    },
  ]),
)

function refuseLarge(bytes: number): void {
  if (bytes > MAX_GROUP_BYTES)
    throw damaged(`a group of rows has more than ${MAX_GROUP_BYTES / 1_000_000} MB; write smaller groups`)
}

async function attempt<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    throw cause instanceof AppError ? cause : damaged((cause as Error).message)
  }
}
