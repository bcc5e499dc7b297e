import type { Answer } from './answer-chat'

type About = { id: string; model: string }

/** Whoever reads an answer sees what made it. */
export const FINGERPRINT = 'gloss-stand-in'

export function completionBody({ id, model }: About, answer: Answer): object {
  const { text, refusal, finish } = answer
  const message = { role: 'assistant', content: refusal === null ? text : null, refusal }
  return {
    ...{ id, object: 'chat.completion', created: seconds(), model, system_fingerprint: FINGERPRINT },
    choices: [{ index: 0, message, logprobs: null, finish_reason: finish }],
    usage: usageOf(answer),
  }
}

/** The same as pieces of a stream: as other servers do, only the first names the role. */
export function completionChunks({ id, model }: About, answer: Answer, withUsage: boolean): object[] {
  const { text, refusal, finish } = answer
  const frame = {
    id,
    object: 'chat.completion.chunk',
    created: seconds(),
    model,
    system_fingerprint: FINGERPRINT,
  }
  const piece = (delta: object, finish_reason: string | null = null) => ({
    ...frame,
    choices: [{ index: 0, delta, finish_reason }],
  })
  const words = (refusal ?? text).match(/\s*\S+\s*/g) ?? []
  return [
    piece({ role: 'assistant', content: '' }),
    ...words.map((word) => piece(refusal === null ? { content: word } : { refusal: word })),
    piece({}, finish),
    ...(withUsage ? [{ ...frame, choices: [], usage: usageOf(answer) }] : []),
  ]
}

export function errorBody(
  message: string,
  more: { type: string; code: string | null; param?: string },
): object {
  return { error: { message, type: more.type, param: more.param ?? null, code: more.code } }
}

function usageOf({ tokens: { prompt, completion } }: Answer): object {
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion }
}

export function seconds(): number {
  return Math.floor(Date.now() / 1000)
}
