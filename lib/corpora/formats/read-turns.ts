import { z } from 'zod'
import { checkCharacters } from '@/lib/corpora/formats/check-text'
import { error, type Fault, warning } from '@/lib/corpora/formats/report-faults'
import type { Turn } from '@/lib/tasks/general/gold'

/** Whom the programs that write conversations name as speaking. */
const speakers: ReadonlyMap<string, Turn['from']> = new Map([
  ...(['system', 'developer'] as const).map((name) => [name, 'system'] as const),
  ...(['user', 'human', 'prompter'] as const).map((name) => [name, 'user'] as const),
  ...(
    ['assistant', 'gpt', 'chatgpt', 'bing', 'bard', 'model', 'bot', 'function_call', 'tool_call'] as const
  ).map((name) => [name, 'assistant'] as const),
  ...(['tool', 'function', 'observation', 'ipython', 'tool_response', 'function_response'] as const).map(
    (name) => [name, 'tool'] as const,
  ),
])

const partSchema = z.union([
  z.string(),
  z
    .object({ type: z.enum(['text', 'input_text', 'output_text']), text: z.string() })
    .transform(({ text }) => text),
])

const turnSchema = z
  .object({
    from: z.string().optional(),
    role: z.string().optional(),
    value: z.string().nullish(),
    content: z
      .union([z.string(), z.array(partSchema).transform((parts) => parts.join('\n'))], {
        error: 'it holds something that is no text',
      })
      .nullish(),
    tool_calls: z.array(z.record(z.string(), z.unknown())).nullish(),
    function_call: z.record(z.string(), z.unknown()).nullish(),
  })
  .transform(({ from, role, value, content, tool_calls, function_call }) => ({
    by: role ?? from,
    text: [
      content ?? value ?? '',
      ...(tool_calls ?? []).map(callOf),
      ...(function_call ? [callOf(function_call)] : []),
    ]
      .filter((text) => text !== '')
      .join('\n'),
  }))

/** A call of a tool as the text that calls it. */
function callOf(call: Record<string, unknown>): string {
  return JSON.stringify(call.function ?? call)
}

/** The turns of a list such as `messages`, those that say nothing left out; or why they cannot be read. `key` is the list's name. */
export function readTurns(listed: readonly unknown[], key: string): { turns: Turn[]; faults: Fault[] } {
  const read = listed.map((value, i) => readTurn(value, `${key}[${i}]`))
  return { turns: read.flatMap(({ turns }) => turns), faults: read.flatMap(({ faults }) => faults) }
}

function readTurn(value: unknown, name: string): { turns: Turn[]; faults: Fault[] } {
  const refuse = (message: string) => ({
    turns: [],
    faults: [error('turn-malformed', `${name}: ${message}`, { at: name, detail: message })],
  })
  const result = turnSchema.safeParse(value)
  if (!result.success)
    return refuse(
      result.error.issues
        .map(({ path, message }) => `${path.join('.')} ${message}.`)
        .join(' ')
        .trim(),
    )
  const { by, text } = result.data
  if (by === undefined) return refuse('nothing says who speaks.')
  const from = speakers.get(by.toLowerCase())
  if (!from) return refuse(`“${by}” is none of ${[...speakers.keys()].join(', ')}.`)
  if (text.trim() === '')
    return {
      turns: [],
      faults: [warning('turn-empty', `${name}: it is empty. It was left out.`, { at: name })],
    }
  return { turns: [{ from, text }], faults: checkCharacters(text, name) }
}
