import type { Options } from '@/lib/corpora/formats/chat/schema'
import type { FileSample, Recognition } from '@/lib/corpora/formats/model'
import { rateRecords } from '@/lib/corpora/formats/rate-records'

/** As sure as many of its records are messages, or a prompt with its completion. */
export function recogniseFile(sample: FileSample): Recognition<Options> | null {
  const rated = rateRecords(sample, (record) => isChat(record) || isPair(record))
  return rated && { certainty: rated.share, taskForms: ['general'], options: rated.shape }
}

function isChat({ messages }: Record<string, unknown>): boolean {
  return Array.isArray(messages) && messages.every((turn) => turn?.role ?? turn?.from)
}

function isPair({ prompt, completion, response }: Record<string, unknown>): boolean {
  const isSaid = (value: unknown) => typeof value === 'string' || Array.isArray(value)
  return isSaid(prompt) && (isSaid(completion) || isSaid(response))
}
