import { shapeOf } from '@/lib/calls/keep-shape'
import type { Session, StoredRequest } from '@/lib/calls/open-session'
import { sha256 } from '@/lib/platform/hash'

/** The same for the same question to the same model, whatever prompt or code made it. */
export function hashRequest({ connection, model }: Session, asked: StoredRequest<unknown>): string {
  const { baseUrl, jsonMode } = connection
  const { temperature = null, topP = null, maxTokens, seed = null } = sentParameters(asked)
  const { messages, candidate = 0, output } = asked
  const mode = output ? jsonMode : null
  return sha256(
    JSON.stringify([
      ...[baseUrl, model, mode, temperature, topP, maxTokens, seed, candidate],
      messages.map(({ role, content }) => [role, content]),
      output && mode === 'schema' ? shapeOf(output).text : null,
    ]),
  )
}

/** Several answers to one question differ by their seed, where the service knows seeds. */
export function sentParameters({ parameters, candidate = 0 }: StoredRequest<unknown>) {
  return candidate === 0 ? parameters : { ...parameters, seed: (parameters.seed ?? 0) + candidate }
}
