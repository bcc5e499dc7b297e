import { type Connection, clientOf } from '@/lib/platform/llm/make-client'
import type { Failure } from '@/lib/platform/llm/outcome'
import { readFailure } from '@/lib/platform/llm/read-failure'

/** The names of the models that a service offers to whoever has this key. */
export async function listModels(
  connection: Connection,
  signal: AbortSignal,
): Promise<{ models: string[] } | Failure> {
  const inTime = AbortSignal.timeout(connection.timeoutMs)
  try {
    const page = await clientOf(connection).models.list({ signal: AbortSignal.any([signal, inTime]) })
    // The client makes an empty page of whatever answers. Some services leave `object` out, none leaves out both.
    const { data } = page
    if (!Array.isArray(data) || (data.length === 0 && page.object !== 'list'))
      throw new SyntaxError('What answered is no list of models.')
    return { models: data.map(({ id }) => id).toSorted() }
  } catch (error) {
    if (!inTime.aborted || signal.aborted) return aboutList(readFailure(error, connection.key))
    const message = `No answer within ${connection.timeoutMs / 1000} s.`
    return { failure: 'timeout', status: null, message, retryAfterMs: null }
  }
}

/** No model was asked for: who does not find `/models` is another service, or has no list. */
function aboutList(failure: Failure): Failure {
  return failure.failure === 'no-such-model' ? { ...failure, failure: 'not-the-api' } : failure
}
