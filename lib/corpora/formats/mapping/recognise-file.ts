import {
  isKnownShape,
  isTextNamed,
  suggestMapping,
} from '@/lib/corpora/formats/mapping/gather/suggest-mapping'
import { tryMapping } from '@/lib/corpora/formats/mapping/gather/try-mapping'
import { columnNames, recordOf } from '@/lib/corpora/formats/mapping/read-instances'
import type { Mapping, Options } from '@/lib/corpora/formats/mapping/schema'
import type { FileSample, Recognition } from '@/lib/corpora/formats/model'
import { recogniseTable } from '@/lib/corpora/formats/recognise-table'
import { type SampledRecords, sampleRecords } from '@/lib/corpora/formats/sample-records'

const TRIED_RECORDS = 50
const MOST_READ = 0.8

/**
 * Any JSON and any table can be mapped. As sure as most of its first records are read by the mapping that they most likely have,
 * where that is one of marks, triples, events, questions or turns; what only looks like a text with a class is left to people, and
 * so is a text that is not called one.
 */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  const found = sampleFile(sample)
  if (!found) return null
  const { records, options } = found
  const mapping = suggestMapping(records)
  const certainty = options.table ? 0 : judge(records, mapping)
  return { certainty, taskForms: [mapping.taskForm], options: { ...options, mapping } }
}

function judge(records: readonly unknown[], mapping: Mapping): number {
  const isKnown = isKnownShape(records)
  if (!isKnown && (mapping.taskForm === 'tc' || !isTextNamed(mapping))) return 0
  const { read, filled } = tryMapping(records.slice(0, TRIED_RECORDS), mapping)
  return read < MOST_READ || filled * 2 < read ? 0 : (isKnown ? 0.9 : 0.6) * read
}

const SAMPLE_LINES = 400
const FEWEST_ALIKE = 0.5

/** The first records of a file or rows of a table, and how they are read. `path`: where somebody said that the records are. */
export function sampleFile(
  sample: FileSample,
  path?: string,
): { records: unknown[]; options: Omit<Options, 'mapping'> } | null {
  const json = path === undefined ? sampleJson(sample) : sampleRecords(sample, { layout: 'document', path })
  if (json && json.records.length > 0)
    return { records: json.records.map(({ value }) => value), options: json.shape }
  const table = recogniseTable(sample.lines.slice(0, SAMPLE_LINES))
  if (!table || table.share < FEWEST_ALIKE) return null
  const { delimiter, rows } = table
  const names = columnNames(rows[0]!, true)
  const records = rows.slice(1).map((cells) => recordOf(cells, names))
  return { records, options: { table: { delimiter, quote: '"', header: true } } }
}

/** A document may stand in one line, as a single record of JSONL does; it is one if a list in it has more records. */
function sampleJson(sample: FileSample): SampledRecords | null {
  const found = sampleRecords(sample)
  if (found?.shape.layout !== 'lines' || found.records.length !== 1) return found
  const inside = sampleRecords(sample, { layout: 'document' })
  return inside && inside.records.length > 1 ? inside : found
}
