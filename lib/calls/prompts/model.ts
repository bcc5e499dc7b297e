import type { z } from 'zod'
import type { ConnectionRole } from '@/lib/connections/model'

/** What the messages of one request say. */
export type PromptMessages = {
  /** The same for every input of a version: nothing of an input ever stands here. */
  system: string
  user: string
  /** The words of a second turn, where a first one answers in prose. */
  form?: string
}

/** A document with a contract: words in `prompts/<name>/prompt.md`, what goes in and comes out as zod, who is asked and how. */
export type Prompt<In = unknown, Out = unknown> = {
  name: string
  version: number
  role: ConnectionRole
  input: z.ZodType<In>
  output: z.ZodType<Out>
  /** The answer is the text itself: formulae and code lose their signs where a model has to escape them for JSON. */
  isText?: boolean
  /** Of all words that any input can bring about, the shared ones among them. */
  wordsHash: string
  /** The role's settings of a connection go before these. */
  parameters: { temperature?: number; topP?: number; maxTokens: number }
  write(input: In): PromptMessages
  /** What is wrong with an answer beside its shape, so that it cannot be used: each a sentence that the model can mend. */
  check(input: In, value: Out): string[]
  /** The words of the one further turn that a faulty answer gets. Faults name pieces of answer and corpus, so they are fenced. */
  repair(faults: readonly string[]): string
}
