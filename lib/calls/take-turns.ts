import { z } from 'zod'
import type { Prompt } from '@/lib/calls/prompts/model'
import { withoutThoughts } from '@/lib/platform/llm/read-json'

/** One call of an exchange. Without an `output` the answer is a text. */
export type TurnAsked<Value> = {
  turn: 'only' | 'prose' | 'form' | 'repair'
  messages: { role: 'system' | 'user' | 'assistant'; content: string }[]
  output?: { name: string; schema: z.ZodType<Value> }
  /** The call before in the same exchange. */
  beforeId: string | null
}

/** What a call brought that a next turn can go on from. */
export type TurnSaid<Value> = { callId: string | null; raw: string } & (
  | { kind: 'answer'; value: Value }
  | { kind: 'malformed'; message: string }
)

/** Anything else ends the exchange. */
type Ended = { callId: string | null; kind: string }

/**
 * Asks what a prompt asks, in as many turns as it takes: prose before form where the prompt has words for both, and one turn more for
 * an answer that does not keep the contract, which shows the model what was wrong. Gives what came of the last call.
 */
export async function takeTurns<In, Out, End extends Ended>(
  prompt: Prompt<In, Out>,
  input: In,
  send: <Value>(asked: TurnAsked<Value>) => Promise<TurnSaid<Value> | End>,
): Promise<TurnSaid<Out> | End> {
  const { system, user, form } = prompt.write(input)
  const output = { name: prompt.name.replaceAll('-', '_'), schema: prompt.output }
  const sendFor = async (asked: Omit<TurnAsked<Out>, 'output'>) =>
    prompt.isText ? readText<Out, End>(prompt, await send<string>(asked)) : send<Out>({ ...asked, output })
  const opened: TurnAsked<Out>['messages'] = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ]
  const prose =
    form === undefined ? undefined : await send<string>({ turn: 'prose', messages: opened, beforeId: null })
  if (prose && (!goesOn(prose) || prose.kind === 'malformed')) return prose as End
  const messages = prose ? [...opened, ...goOn(prose.raw, form!)] : opened
  const first = await sendFor({
    turn: prose ? 'form' : 'only',
    messages,
    beforeId: prose?.callId ?? null,
  })
  const faults = faultsOf(first, { prompt, input })
  if (!goesOn(first) || faults.length === 0) return first
  const again = await sendFor({
    ...{ turn: 'repair', beforeId: first.callId },
    messages: [...messages, ...goOn(first.raw, prompt.repair(faults))],
  })
  const left = faultsOf(again, { prompt, input })
  if (!goesOn(again) || left.length === 0) return again
  return { callId: again.callId, raw: again.raw, kind: 'malformed', message: left.join('\n') }
}

function goOn(said: string, next: string): TurnAsked<unknown>['messages'] {
  return [
    { role: 'assistant', content: withoutThoughts(said) },
    { role: 'user', content: next },
  ]
}

/** Holds an answer that is the text itself to the contract. */
function readText<Out, End extends Ended>(
  { output }: Pick<Prompt<unknown, Out>, 'output'>,
  said: TurnSaid<string> | End,
): TurnSaid<Out> | End {
  if (!goesOn<string>(said) || said.kind !== 'answer') return said as End
  const { callId, raw } = said
  const read = output.safeParse(withoutThoughts(said.value))
  return read.success
    ? { callId, raw, kind: 'answer', value: read.data }
    : { callId, raw, kind: 'malformed', message: z.prettifyError(read.error) }
}

function goesOn<Value>(said: TurnSaid<Value> | Ended): said is TurnSaid<Value> {
  return said.kind === 'answer' || said.kind === 'malformed'
}

function faultsOf<In, Out>(
  said: TurnSaid<Out> | Ended,
  { prompt, input }: { prompt: Prompt<In, Out>; input: In },
): string[] {
  if (!goesOn<Out>(said)) return []
  return said.kind === 'malformed' ? [said.message] : prompt.check(input, said.value)
}
