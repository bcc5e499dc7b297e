import { type Options, shape } from '@/lib/corpora/formats/fewrel/schema'
import type { FileSample, Recognition } from '@/lib/corpora/formats/model'
import { rateRecords } from '@/lib/corpora/formats/rate-records'
import { sampleRecords } from '@/lib/corpora/formats/sample-records'

/** As sure as many of its records are tokens with a head and a tail. A table of the relations' names is read only to say what it is. */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  const rated = rateRecords(sample, isInstance, [shape])
  const certainty = rated ? rated.share : isNames(sample) ? 0.6 : 0
  return certainty > 0 ? { certainty, taskForms: ['re'], options: {} } : null
}

function isInstance({ tokens, h, t }: Record<string, unknown>): boolean {
  return Array.isArray(tokens) && Array.isArray(h) && Array.isArray(t)
}

function isNames(sample: FileSample): boolean {
  const records = sampleRecords(sample, { layout: 'document', path: '*' })?.records ?? []
  return (
    records.length > 0 && records.every(({ value, keys }) => typeof keys[0] === 'string' && isName(value))
  )
}

function isName(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string')
}
