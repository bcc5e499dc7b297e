import type { FileSample, Recognition } from '@/lib/corpora/formats/model'
import { rateRecords } from '@/lib/corpora/formats/rate-records'
import { type Options, shapes } from '@/lib/corpora/formats/squad/schema'

/** As sure as many of its records are a context with its questions. */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  const rated = rateRecords(sample, isParagraph, shapes) ?? rateRecords(sample, isRow)
  return rated && { certainty: rated.share, taskForms: ['mrc'], options: rated.shape }
}

function isParagraph({ context, qas }: Record<string, unknown>): boolean {
  return typeof context === 'string' && Array.isArray(qas)
}

function isRow({ context, question, answers }: Record<string, unknown>): boolean {
  return typeof context === 'string' && typeof question === 'string' && typeof answers === 'object'
}
