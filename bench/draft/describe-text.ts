import { z } from 'zod'
import type { Prompt } from '@/lib/calls/prompts/model'
import { sha256 } from '@/lib/platform/hash'

const SYSTEM = [
  'You describe what a label means to annotators, from texts in which people have used it.',
  'Say what belongs to it and what does not, in short sentences, and quote only what stands in the texts.',
].join('\n')
const WORDS =
  'the harbour board said on monday that a vessel left after repairs near old quay while crews waited'.split(
    ' ',
  )

/** A question of about 2,000 characters, with an answer of a few hundred. */
export const describeText: Prompt<
  { number: number },
  { definition: string; includes: string[]; excludes: string[]; quotes: { text: number; words: string }[] }
> = {
  ...{ name: 'describe-text', version: 1, role: 'drafter', wordsHash: sha256(SYSTEM) },
  input: z.object({ number: z.int() }),
  output: z.object({
    definition: z.string().min(1).max(400),
    includes: z.array(z.string().max(100)).max(5),
    excludes: z.array(z.string().max(100)).max(5),
    quotes: z.array(z.object({ text: z.int().min(1).max(9), words: z.string().max(60) })).max(4),
  }),
  parameters: { temperature: 0.2, maxTokens: 500 },
  write: ({ number }) => ({ system: SYSTEM, user: `<texts>\n${textOf(number)}\n</texts>` }),
  check: () => [],
  repair: () => '',
}

// Made beforehand: what a text costs here is no part of asking about it.
const TEXT = Array.from({ length: 340 }, (_, at) =>
  at % 18 === 9 ? `Skelling-${at}` : WORDS[(at * at) % WORDS.length],
).join(' ')

function textOf(number: number): string {
  return `Report ${number}: ${TEXT}`
}
