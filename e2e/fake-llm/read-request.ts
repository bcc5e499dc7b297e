import { z } from 'zod'

const partSchema = z.looseObject({ type: z.string(), text: z.string().optional() })
const messageSchema = z.looseObject({
  role: z.string(),
  content: z.union([z.string(), z.array(partSchema)]).nullish(),
})

/** A chat completion as clients ask for it; what is not named here is taken and has no effect, as in other servers. */
export const chatRequestSchema = z.looseObject({
  model: z.string(),
  messages: z.array(messageSchema).min(1),
  seed: z.number().nullish(),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  max_tokens: z.number().nullish(),
  max_completion_tokens: z.number().nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  response_format: z
    .looseObject({
      type: z.string(),
      json_schema: z.looseObject({ name: z.string(), schema: z.unknown() }).nullish(),
    })
    .nullish(),
})
export type ChatRequest = z.infer<typeof chatRequestSchema>

export type NamedPrompt = { name: string; version: number }

/** Where a request says which prompt it was made by. */
export const PROMPT_HEADER = 'x-gloss-prompt'

const IN_HEADER = /^([a-z0-9-]+)@(\d+)$/
const IN_WORDS = /^\W*([a-z0-9]+(?:-[a-z0-9]+)+)[ @(]*v(?:ersion )?\.?(\d+)/

/**
 * Which prompt made this: a header `name@version`, the same as `metadata.prompt`, which the lines of a batch can have as well, or
 * the first line of the system message, `name v3`.
 */
export function readPromptName(request: ChatRequest, header?: string): NamedPrompt | undefined {
  const [system = ''] = textOf(request, 'system').split('\n')
  const found = IN_HEADER.exec(header ?? request.metadata?.prompt ?? '') ?? IN_WORDS.exec(system)
  return found ? { name: found[1]!, version: Number(found[2]) } : undefined
}

/** What all messages of a role say. */
export function textOf(request: ChatRequest, role: string): string {
  return request.messages
    .filter((message) => message.role === role || (role === 'system' && message.role === 'developer'))
    .map(({ content }) =>
      typeof content === 'string' ? content : (content ?? []).map(({ text }) => text ?? '').join(''),
    )
    .join('\n')
}

const FENCE = /^<([a-z][a-z0-9-]*)( [^<>\n]*)?>\n([\s\S]*?)\n<\/\1\2>$/gm

/** The fenced parts of what the user says, by name: `<texts mark>` on a line, what it holds, `</texts mark>` on a line, the same mark or none. */
export function readFences(request: ChatRequest): Record<string, string[]> {
  const fences: Record<string, string[]> = {}
  for (const [, name, , text] of textOf(request, 'user').matchAll(FENCE)) {
    fences[name!] ??= []
    fences[name!]!.push(text!)
  }
  return fences
}
