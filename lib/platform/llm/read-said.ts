import type OpenAI from 'openai'

/** What came from a model so far. */
export type Said = {
  raw: string
  refusal: string | null
  tokens: { prompt: number; completion: number } | null
  finishReason: string | null
  servedModel: string | null
}

export function readWhole(answer: OpenAI.ChatCompletion, said: Said): void {
  const [choice] = Array.isArray(answer?.choices) ? answer.choices : []
  if (!choice) throw new SyntaxError('What answered is not a chat completion.')
  said.raw = choice.message?.content ?? ''
  said.refusal = choice.message?.refusal ?? null
  said.finishReason = choice.finish_reason ?? null
  said.servedModel = answer.model ?? null
  said.tokens = tokensOf(answer.usage)
}

/** Piece by piece; a stream that ends without saying why was cut. */
export async function readStream(
  stream: AsyncIterable<OpenAI.ChatCompletionChunk>,
  said: Said,
): Promise<void> {
  for await (const chunk of stream) {
    const [choice] = chunk.choices ?? []
    said.raw += choice?.delta?.content ?? ''
    if (choice?.delta?.refusal) said.refusal = (said.refusal ?? '') + choice.delta.refusal
    said.finishReason = choice?.finish_reason ?? said.finishReason
    said.servedModel = chunk.model ?? said.servedModel
    said.tokens = tokensOf(chunk.usage) ?? said.tokens
  }
  if (said.finishReason === null)
    throw Object.assign(new Error('The stream was cut.'), { code: 'ECONNRESET' })
}

function tokensOf(usage: OpenAI.CompletionUsage | null | undefined): Said['tokens'] {
  return usage ? { prompt: usage.prompt_tokens, completion: usage.completion_tokens } : null
}
