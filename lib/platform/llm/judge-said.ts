import { z } from 'zod'
import { readJson } from '@/lib/platform/llm/read-json'
import type { Said } from '@/lib/platform/llm/read-said'

export type Judged<Value> =
  | { kind: 'answer'; value: Value }
  | { kind: 'truncated' }
  | { kind: 'refused'; message: string }
  | { kind: 'empty' }
  | { kind: 'malformed'; message: string }

/** What is to be made of a complete answer. Without an `output` any text is one. */
export function judgeSaid<Value>(
  { raw, refusal, finishReason }: Pick<Said, 'raw' | 'refusal' | 'finishReason'>,
  output: { schema: z.ZodType<Value> } | undefined,
): Judged<Value> {
  if (refusal) return { kind: 'refused', message: refusal }
  if (finishReason === 'content_filter')
    return { kind: 'refused', message: 'The service filtered the answer.' }
  if (finishReason === 'length') return { kind: 'truncated' }
  if (raw.trim() === '') return { kind: 'empty' }
  if (!output) return { kind: 'answer', value: raw as Value }
  try {
    return { kind: 'answer', value: output.schema.parse(readJson(raw)) }
  } catch (error) {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message
    return { kind: 'malformed', message }
  }
}
