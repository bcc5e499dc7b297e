import { type FileSample, isObject, type Recognition } from '@/lib/corpora/formats/model'
import type { Options } from '@/lib/corpora/formats/phee/schema'
import { rateRecords } from '@/lib/corpora/formats/rate-records'

/** As sure as many of its records are a context annotated with events. */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  const rated = rateRecords(sample, isAnnotated)
  return rated && { certainty: rated.share, taskForms: ['ee'], options: rated.shape }
}

function isAnnotated({ context, annotations }: Record<string, unknown>): boolean {
  if (typeof context !== 'string' || !Array.isArray(annotations)) return false
  return annotations.every((one) => isObject(one) && Array.isArray(one.events))
}
