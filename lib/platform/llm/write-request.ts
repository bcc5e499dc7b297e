import type OpenAI from 'openai'
import { jsonSchemaOf, type Output } from '@/lib/platform/llm/json-schema-of'
import type { Connection } from '@/lib/platform/llm/make-client'

export type ModelRequest<Value> = {
  /** Name and version, `draft-guideline@3`: goes along as a header. */
  prompt: string
  model: string
  messages: { role: 'system' | 'user' | 'assistant'; content: string }[]
  /** What the answer must be; without it, it is text. */
  output?: Output<Value>
  parameters?: { temperature?: number; topP?: number; maxTokens?: number; seed?: number }
  /** Keeps what was said before a call was cut or stopped. */
  stream?: boolean
}

/** A request as services take it, alone or as the line of a batch. */
export function writeRequest<Value>(
  { jsonMode }: Connection,
  { model, messages, output, parameters = {} }: ModelRequest<Value>,
): OpenAI.ChatCompletionCreateParamsNonStreaming {
  const { temperature, topP, maxTokens, seed } = parameters
  return {
    model,
    messages,
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { top_p: topP }),
    ...(maxTokens !== undefined && { max_tokens: maxTokens }),
    ...(seed !== undefined && { seed }),
    ...(output && jsonMode === 'object' && { response_format: { type: 'json_object' as const } }),
    ...(output && jsonMode === 'schema' && { response_format: schemaFormat(output) }),
  }
}

function schemaFormat(output: Output<unknown>) {
  const { name, schema } = jsonSchemaOf(output)
  return { type: 'json_schema' as const, json_schema: { name, strict: true, schema } }
}
