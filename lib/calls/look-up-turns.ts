import { findAnswer } from '@/lib/calls/find-answer'
import { hashRequest } from '@/lib/calls/hash-request'
import type { About } from '@/lib/calls/model'
import type { Session, StoredRequest } from '@/lib/calls/open-session'
import type { Prompt } from '@/lib/calls/prompts/model'
import { askedInTurns } from '@/lib/calls/run-turns'
import { type TurnAsked, type TurnSaid, takeTurns } from '@/lib/calls/take-turns'
import { judgeSaid } from '@/lib/platform/llm/judge-said'

type Stop = { kind: 'to-ask'; callId: null }

/**
 * How far the store answers a question: so many turns, by their very requests, and the request of the first that would have to be sent;
 * none, if all is answered. Sends nothing.
 */
export async function lookUpTurns<In, Out>(
  session: Session,
  of: { prompt: Prompt<In, Out>; input: In; candidate: number },
): Promise<{ kept: number; next: StoredRequest<unknown> | null }> {
  const { prompt, input, candidate } = of
  const same = { ...askedInTurns(session, { prompt, input }), about: nothing, candidate }
  let kept = 0
  let next: StoredRequest<unknown> | null = null
  const send = async <Value>(turn: TurnAsked<Value>): Promise<TurnSaid<Value> | Stop> => {
    const asked: StoredRequest<Value> = { ...same, ...turn }
    const found = await findAnswer(session.projectId, hashRequest(session, asked))
    if (found?.state !== 'settled' || found.outcome !== 'answer') {
      next = asked
      return { kind: 'to-ask', callId: null }
    }
    kept++
    const { id: callId, raw, finishReason } = found
    return { callId, raw, ...judgeSaid({ raw, refusal: null, finishReason }, turn.output) } as TurnSaid<Value>
  }
  await takeTurns<In, Out, Stop>(prompt, input, send)
  return { kept, next }
}

const nothing: About = { kind: '', corpusId: null, key: '' }
