import type { Instruction } from '@/lib/synthesis/model'

export type Turn = NonNullable<Instruction['turns']>[number]

/**
 * An instruction with its response as its corpus has it: the last response, and the request that it answers. What else was said
 * stands in `turns`. Null where nobody responds.
 */
export function passConversation(
  turns: readonly Turn[],
): Pick<Instruction, 'instruction' | 'input' | 'output' | 'turns'> | null {
  const responds = turns.findLastIndex(({ from }) => from === 'assistant')
  const asks = turns.slice(0, Math.max(0, responds)).findLastIndex(({ from }) => from === 'user')
  if (asks < 0) return null
  const isWhole = responds === 1 && asks === 0
  return {
    instruction: turns[asks]!.text,
    input: '',
    output: turns[responds]!.text,
    ...(isWhole ? {} : { turns: turns.slice(0, responds + 1).map(({ from, text }) => ({ from, text })) }),
  }
}
