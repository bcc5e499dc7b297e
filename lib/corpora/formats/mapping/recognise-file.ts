import { suggestMapping } from '@/lib/corpora/formats/mapping/gather/suggest-mapping'
import { columnNames, recordOf } from '@/lib/corpora/formats/mapping/read-instances'
import type { Options } from '@/lib/corpora/formats/mapping/schema'
import type { FileSample, Recognition } from '@/lib/corpora/formats/model'
import { recogniseTable } from '@/lib/corpora/formats/recognise-table'
import { type SampledRecords, sampleRecords } from '@/lib/corpora/formats/sample-records'

/** Any JSON and any table can be mapped, but nobody knows the mapping before a person has said or seen it: certainty is 0. */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  const found = sampleFile(sample)
  if (!found) return null
  const { records, options } = found
  const mapping = suggestMapping(records)
  return { certainty: 0, taskForms: [mapping.taskForm], options: { ...options, mapping } }
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
