import { shapeOf } from '@/lib/calls/keep-shape'
import { costOf, mostPromptTokens, type Price } from '@/lib/calls/model'
import type { Session, StoredRequest } from '@/lib/calls/open-session'
import type { Measured } from '@/lib/platform/llm/outcome'

/** The most that one sending of a request can cost, in micros. */
export function priceCall(
  { price }: Session,
  { messages, output, parameters }: StoredRequest<unknown>,
): number {
  if (!price) return 0
  const texts = messages.map(({ content }) => content)
  if (output) texts.push(shapeOf(output).text)
  return costOf({ prompt: mostPromptTokens(texts), completion: parameters.maxTokens }, price)
}

/** What came of it in money. What was sent and not answered may have been paid: it counts with the most that it can have cost. */
export function priceOutcome(
  { kind, tokens, doubtful }: Pick<Measured, 'tokens' | 'doubtful'> & { kind: string },
  { price, worst }: { price: Price | null; worst: number },
): { cost: number; presumed: number } {
  const told = tokens ? costOf(tokens, price ?? undefined) : 0
  const untold = kind !== 'failed' && !tokens ? worst : 0
  const presumed = doubtful * worst + untold
  return { cost: told + presumed, presumed }
}
