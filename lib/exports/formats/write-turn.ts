import type { ExportedInstruction } from '@/lib/exports/formats/model'

const headings = { en: 'Input:', zh: '输入文本：' }

/** Instruction and input as one turn of a conversation, under the name by which the instruction speaks of the input. */
export function writeTurn({ instruction, input, provenance }: ExportedInstruction): string {
  return input === '' ? instruction : `${instruction}\n\n${headings[provenance.language]}\n${input}`
}

export type Message = { role: 'system' | 'user' | 'assistant' | 'tool'; content: string }

/** The whole conversation: one request and its response, or all that was said where there is more. */
export function writeMessages(instruction: ExportedInstruction): Message[] {
  if (instruction.turns) return instruction.turns.map(({ from, text }) => ({ role: from, content: text }))
  return [
    { role: 'user', content: writeTurn(instruction) },
    { role: 'assistant', content: instruction.output },
  ]
}

/** What was said before the last request, as pairs after what was said to begin with. Null where it is not of that shape. */
export function writeHistory({
  turns = [],
}: ExportedInstruction): { system?: string; history?: [string, string][] } | null {
  const [system, before] =
    turns[0]?.from === 'system' ? [turns[0].text, turns.slice(1, -2)] : [undefined, turns.slice(0, -2)]
  const history: [string, string][] = []
  for (let at = 0; at < before.length; at += 2) {
    const [asked, answered] = before.slice(at, at + 2)
    if (asked?.from !== 'user' || answered?.from !== 'assistant') return null
    history.push([asked.text, answered.text])
  }
  return { ...(system !== undefined && { system }), ...(history.length > 0 && { history }) }
}
