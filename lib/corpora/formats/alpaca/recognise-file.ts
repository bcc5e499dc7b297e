import type { Options } from '@/lib/corpora/formats/alpaca/schema'
import type { FileSample, Recognition } from '@/lib/corpora/formats/model'
import { rateRecords } from '@/lib/corpora/formats/rate-records'

/** As sure as many of its records are an instruction with an answer; one that is JSON belongs to a task of another format. */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  const rated = rateRecords(sample, isInstruction)
  return rated && { certainty: 0.9 * rated.share, taskForms: ['general'], options: rated.shape }
}

function isInstruction({ instruction, output, response, task }: Record<string, unknown>): boolean {
  if (typeof instruction !== 'string' || (task !== undefined && instruction.startsWith('{'))) return false
  return typeof output === 'string' || typeof response === 'string'
}
