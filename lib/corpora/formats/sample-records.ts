import { closeRecord } from '@/lib/corpora/formats/close-record'
import type { FileSample, RecordShape } from '@/lib/corpora/formats/model'
import { recogniseRecords } from '@/lib/corpora/formats/recognise-records'
import { type Keys, scanRecords } from '@/lib/corpora/formats/scan-records'

const MOST = 400

/** The first whole records of a file, where in it they stand, and how many beside them could not be read. */
export type SampledRecords = {
  shape: Required<RecordShape>
  records: readonly { value: unknown; keys: Keys }[]
  broken: number
}

const sampled = new WeakMap<FileSample, Map<string, SampledRecords | null>>()

/** For recognition: what a file's beginning holds in records, as JSONL or as a JSON document. Null: it is neither. */
export function sampleRecords(sample: FileSample, known: RecordShape = {}): SampledRecords | null {
  const ofSample = sampled.get(sample) ?? new Map<string, SampledRecords | null>()
  sampled.set(sample, ofSample)
  const name = JSON.stringify([known.layout, known.path])
  if (!ofSample.has(name)) ofSample.set(name, readSample(sample, known))
  return ofSample.get(name) ?? null
}

/** Recognises by what the sample shows; where that is nothing, by its only line as a record: it may be longer than the sample. */
export function recogniseLongLine<Found>(
  sample: FileSample,
  recognise: (shape: RecordShape) => Found | null,
): Found | null {
  return recognise({}) ?? (sample.lines.length === 1 ? recognise({ layout: 'lines' }) : null)
}

function readSample(sample: FileSample, known: RecordShape): SampledRecords | null {
  const shape = recogniseRecords(sample, known)
  if (!shape) return null
  const written =
    shape.layout === 'lines'
      ? sampleLines(sample).map((text) => ({ text, keys: [] }))
      : scanSample(sample, shape.path)
  const records: { value: unknown; keys: Keys }[] = []
  let broken = 0
  for (const { text, keys } of written.slice(0, MOST))
    try {
      records.push({ value: JSON.parse(text), keys })
    } catch {
      broken++
    }
  return { shape, records, broken }
}

/** Of a first line that is longer than the sample, what there is of it. */
function sampleLines({ lines, isWhole }: FileSample): string[] {
  const written = lines.filter((line) => line.trim() !== '')
  return written.length === 1 && !isWhole ? [closeRecord(written[0]!)] : written
}

function scanSample({ text, isWhole }: FileSample, path: string): { text: string; keys: Keys }[] {
  const scanner = scanRecords(path)
  const found = [...scanner.push(Buffer.from(text)), ...(isWhole ? scanner.end() : [])]
  return found.flatMap((one) =>
    one.what === 'record' ? [{ text: one.bytes.toString('utf8'), keys: one.keys }] : [],
  )
}
