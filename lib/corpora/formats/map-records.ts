import type { ImportFormatDefinition, RecordShape, Source } from '@/lib/corpora/formats/model'
import { type JsonRecord, readRecords } from '@/lib/corpora/formats/read-records'
import type { Keys } from '@/lib/corpora/formats/scan-records'
import type { ReadFrom, ReadInstances, Reading } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'

/** Where a record stands and how it is written, for what a mapper has to say of it. */
export type RecordPlace = { line: number; written: string; keys: Keys }

/** Reads the records of a JSON file and maps each. What is said of a record in a document gets the line on which it begins. */
export async function* mapRecords(
  source: Source,
  { from, shape }: { from: ReadFrom; shape: RecordShape },
  map: (value: unknown, place: RecordPlace) => Reading,
): AsyncGenerator<ReadInstances> {
  for await (const records of readRecords(source, from, shape))
    for (const record of records) yield readingOf(record, map)
}

type Asked<Options> = { taskForm: TaskForm; options: Options }

/** How a format is read whose records are mapped each by itself; its options say where in the file they are. */
export function recordReader<Options extends RecordShape>(
  map: (value: unknown, place: RecordPlace, asked: Asked<Options>) => Reading,
): ImportFormatDefinition<Options>['read'] {
  return (source, from, asked) =>
    mapRecords(source, { from, shape: asked.options }, (value, place) => map(value, place, asked))
}

const NONE: readonly never[] = []

function readingOf(record: JsonRecord, map: (value: unknown, place: RecordPlace) => Reading): ReadInstances {
  const { number: line, byteEnd, keys, fileLine, issue } = record
  if (issue) return { line, lineEnd: line, byteEnd, instances: NONE, issues: [issue] }
  const { instances, issues } = map(record.value, { line, written: record.written, keys })
  if (fileLine === null || issues.length === 0) return { line, lineEnd: line, byteEnd, instances, issues }
  const placed = issues.map((one) => ({
    ...one,
    message: `${one.message} The record begins in line ${fileLine} of the file.`,
    params: { ...one.params, begins: fileLine },
  }))
  return { line, lineEnd: line, byteEnd, instances, issues: placed }
}
