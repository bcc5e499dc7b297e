import { callStored, type Session } from '@/lib/calls/call-stored'
import type { Asked, AskOptions } from '@/lib/calls/model'
import type { Prompt } from '@/lib/calls/prompts/model'
import { contentHash } from '@/lib/platform/hash'

/** Asks what a prompt asks, in as many turns as it takes. */
export async function runTurns<In, Out>(
  session: Session,
  { prompt, input, ...options }: AskOptions & { prompt: Prompt<In, Out>; input: In },
): Promise<Asked<Out>> {
  const given = prompt.input.parse(input)
  const { system, user } = prompt.write(given)
  const said = await callStored<Out>(session, {
    ...{ prompt: `${prompt.name}@${prompt.version}`, wordsHash: prompt.wordsHash, turn: 'only' },
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    output: { name: prompt.name.replaceAll('-', '_'), schema: prompt.output },
    parameters: { ...prompt.parameters, ...session.settings },
    ...{ input: given, inputHash: contentHash(given), ...options },
  })
  const callIds = said.callId === null ? [] : [said.callId]
  if (said.kind === 'answer') return { callIds, outcome: 'answer', value: said.value }
  const message = 'message' in said ? said.message : ''
  if (said.kind === 'stopped' || (said.kind === 'failed' && said.failure === 'cancelled'))
    return { callIds, outcome: 'cancelled', message }
  return { callIds, outcome: said.kind, message }
}
