import { callStored } from '@/lib/calls/call-stored'
import type { Asked, AskOptions } from '@/lib/calls/model'
import type { Session, Stored } from '@/lib/calls/open-session'
import type { Prompt } from '@/lib/calls/prompts/model'
import { type TurnAsked, type TurnSaid, takeTurns } from '@/lib/calls/take-turns'
import { contentHash } from '@/lib/platform/hash'

/** Asks what a prompt asks, in as many turns as it takes, each of them a stored call. */
export async function runTurns<In, Out>(
  session: Session,
  { prompt, input, ...options }: AskOptions & { prompt: Prompt<In, Out>; input: In },
): Promise<Asked<Out>> {
  const given = prompt.input.parse(input)
  const same = { ...askedInTurns(session, { prompt, input: given }), ...options }
  const callIds: string[] = []
  const send = async <Value>(turn: TurnAsked<Value>): Promise<TurnSaid<Value> | Ended> => {
    const said = await callStored<Value>(session, { ...same, ...turn })
    if (said.callId !== null) callIds.push(said.callId)
    return said as TurnSaid<Value> | Ended
  }
  const said = await takeTurns<In, Out, Ended>(prompt, given, send)
  if (said.kind === 'answer') return { callIds, outcome: 'answer', value: said.value }
  const message = 'message' in said ? said.message : ''
  if (said.kind === 'stopped' || (said.kind === 'failed' && said.failure === 'cancelled'))
    return { callIds, outcome: 'cancelled', message }
  return { callIds, outcome: said.kind, message }
}

/** What all turns of a question have in common. */
export function askedInTurns<In, Out>(
  { settings }: Pick<Session, 'settings'>,
  { prompt, input }: { prompt: Prompt<In, Out>; input: In },
) {
  return {
    ...{ prompt: `${prompt.name}@${prompt.version}`, wordsHash: prompt.wordsHash },
    parameters: { ...prompt.parameters, ...settings },
    ...{ input, inputHash: contentHash(input) },
  }
}

type Ended = Exclude<Stored<unknown>, { kind: 'answer' | 'malformed' }>
