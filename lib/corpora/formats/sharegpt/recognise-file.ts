import type { FileSample, Recognition } from '@/lib/corpora/formats/model'
import { rateRecords } from '@/lib/corpora/formats/rate-records'
import type { Options } from '@/lib/corpora/formats/sharegpt/schema'

/** As sure as many of its records are a list of conversations' turns. */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  const rated = rateRecords(sample, ({ conversations }) => isConversation(conversations))
  return rated && { certainty: rated.share, taskForms: ['general'], options: rated.shape }
}

function isConversation(value: unknown): boolean {
  return Array.isArray(value) && value.every((turn) => turn?.from ?? turn?.role)
}
