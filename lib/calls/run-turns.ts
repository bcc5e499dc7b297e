import { callStored, type Session, type Stored } from '@/lib/calls/call-stored'
import type { Asked, AskOptions, Prompt } from '@/lib/calls/model'
import type { RoleSettings } from '@/lib/connections/model'
import { contentHash } from '@/lib/platform/hash'

export type Turn = { kept: Stored<unknown>; name: string }

/** Asks what a prompt asks, in as many turns as it takes. `onCall` hears of every call. */
export async function runTurns<In, Out>(
  session: Session,
  {
    prompt,
    input,
    options,
    settings,
    onCall,
  }: {
    prompt: Prompt<In, Out>
    input: In
    options: AskOptions
    settings: Partial<RoleSettings>
    onCall(call: Stored<unknown>): void
  },
): Promise<Asked<Out>> {
  const given = prompt.input.parse(input)
  const { system, user } = prompt.write(given)
  const { model: _model, ...own } = settings
  const said = await callStored<Out>(session, {
    ...{ prompt: `${prompt.name}@${prompt.version}`, wordsHash: prompt.wordsHash, turn: 'only' },
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    output: { name: prompt.name.replaceAll('-', '_'), schema: prompt.output },
    parameters: { ...prompt.parameters, ...own },
    ...{ input: given, inputHash: contentHash(given), ...options },
  })
  onCall(said)
  const callIds = said.callId === null ? [] : [said.callId]
  if (said.kind === 'answer') return { callIds, outcome: 'answer', value: said.value }
  const message = 'message' in said ? said.message : ''
  const isStopped = said.kind === 'stopped' || (said.kind === 'failed' && said.failure === 'cancelled')
  return {
    callIds,
    outcome: isStopped ? 'cancelled' : (said.kind as Exclude<typeof said.kind, 'stopped'>),
    message,
  }
}
