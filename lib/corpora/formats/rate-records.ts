import { type FileSample, isObject, type RecordShape } from '@/lib/corpora/formats/model'
import { type SampledRecords, sampleRecords } from '@/lib/corpora/formats/sample-records'

type Rated = { share: number; shape: RecordShape; records: SampledRecords['records'] }

/** How many of a file's first records are of a kind (0 to 1), read in the one of these shapes that gives the most. Null: none is. */
export function rateRecords(
  sample: FileSample,
  isOne: (record: Record<string, unknown>) => boolean,
  shapes: readonly RecordShape[] = [{}],
): Rated | null {
  const rated = shapes.flatMap((known) => {
    const found = sampleRecords(sample, known)
    if (!found) return []
    const { shape, records, broken } = found
    const share = records.filter(({ value }) => isObject(value) && isOne(value)).length
    return share > 0 ? [{ share: share / (records.length + broken), shape, records }] : []
  })
  return rated.sort((a, b) => b.share - a.share)[0] ?? null
}
