import type { z } from 'zod'
import type { Prompt } from '@/lib/calls/prompts/model'
import { withoutThoughts } from '@/lib/platform/llm/read-json'

export type Message = { role: 'system' | 'user' | 'assistant'; content: string }

/** One call of an exchange. Without an `output` the answer is prose. */
export type TurnAsked<Value> = {
  turn: 'only' | 'prose' | 'form' | 'repair'
  messages: Message[]
  output?: { name: string; schema: z.ZodType<Value> }
  /** The call before, in the same exchange. */
  beforeId: string | null
}

/** What a call brought, as far as turns depend on it. */
type TurnSaid<Value> = { callId: string | null } & (
  | { kind: 'answer'; value: Value; raw: string }
  | { kind: 'malformed'; message: string; raw: string }
)

/**
 * Asks what a prompt asks, in as many turns as it takes: prose before form where the prompt has words for both, and one more for an
 * answer that does not keep the contract, which shows the model what was wrong. Gives the last call's outcome.
 */
export async function takeTurns<In, Out, Other extends { callId: string | null; kind: string }>(
  prompt: Prompt<In, Out>,
  input: In,
  send: <Value>(asked: TurnAsked<Value>) => Promise<TurnSaid<Value> | Other>,
): Promise<TurnSaid<Out> | Exclude<Other, { kind: 'answer' | 'malformed' }>> {
  type Rest = Exclude<Other, { kind: 'answer' | 'malformed' }>
  const { system, user, form } = prompt.write(input)
  const output = { name: prompt.name.replaceAll('-', '_'), schema: prompt.output }
  const messages: Message[] = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ]
  let beforeId: string | null = null
  if (form !== undefined) {
    const said = await send<string>({ turn: 'prose', messages: [...messages], beforeId })
    if (!isSaid<string, Other>(said) || said.kind === 'malformed') return said as Rest
    messages.push({ role: 'assistant', content: withoutThoughts(said.raw) }, { role: 'user', content: form })
    beforeId = said.callId
  }
  const turn = form === undefined ? 'only' : 'form'
  const first = await send<Out>({ turn, messages: [...messages], output, beforeId })
  if (!isSaid<Out, Other>(first)) return first as Rest
  const faults = faultsOf(prompt, { input, said: first })
  if (faults.length === 0) return first
  messages.push(
    { role: 'assistant', content: withoutThoughts(first.raw) },
    { role: 'user', content: prompt.repair(faults) },
  )
  const again = await send<Out>({ turn: 'repair', messages, output, beforeId: first.callId })
  if (!isSaid<Out, Other>(again)) return again as Rest
  const left = faultsOf(prompt, { input, said: again })
  const { callId, raw } = again
  return left.length === 0 ? again : { kind: 'malformed', callId, raw, message: left.join('\n') }
}

function isSaid<Value, Other extends { kind: string }>(
  said: TurnSaid<Value> | Other,
): said is TurnSaid<Value> {
  return said.kind === 'answer' || said.kind === 'malformed'
}

function faultsOf<In, Out>(
  prompt: Prompt<In, Out>,
  { input, said }: { input: In; said: TurnSaid<Out> },
): string[] {
  return said.kind === 'malformed' ? [said.message] : prompt.check(input, said.value)
}
