import type { Options } from '@/lib/corpora/formats/alpaca/schema'
import type { FileSample, Recognition } from '@/lib/corpora/formats/model'
import { rateRecords } from '@/lib/corpora/formats/rate-records'

/** As sure as many of its records are an instruction with an answer. The parts of other kinds of records have other names. */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  const rated = rateRecords(sample, isInstruction)
  return rated && { certainty: 0.9 * rated.share, taskForms: ['general'], options: rated.shape }
}

function isInstruction({ instruction, output, response }: Record<string, unknown>): boolean {
  return typeof instruction === 'string' && (typeof output === 'string' || typeof response === 'string')
}
