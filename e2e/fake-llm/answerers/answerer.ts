import type { ChatRequest } from '../read-request'

export type Asked = {
  /** What the prompt fenced, by the name of the fence. */
  fences: Record<string, string[]>
  /** The same for the same request and seed. */
  draw: () => number
  version: number
  request: ChatRequest
}

/**
 * How the stand-in answers one prompt: from what is fenced, in the shape of the prompt's contract. A file for each prompt. With
 * `prose`, the prompt has a turn before, which nothing was said in yet and which asks for no form.
 */
export type Answerer = { prompt: string; answer(asked: Asked): unknown; prose?(asked: Asked): string }
