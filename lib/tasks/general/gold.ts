import { z } from 'zod'

export const turnSchema = z.object({
  from: z.enum(['system', 'user', 'assistant', 'tool']),
  text: z.string(),
})
export type Turn = z.infer<typeof turnSchema>

/** A general instruction: a conversation, turn by turn. The text of its instance is the first turn of the user. */
export const generalGoldSchema = z.object({ turns: z.array(turnSchema).min(1) })
export type GeneralGold = z.infer<typeof generalGoldSchema>

/** The order of turns is the conversation itself, and what is said twice is said twice: only unknown keys go. */
export function canonicalGeneralGold({ turns }: GeneralGold): GeneralGold {
  return { turns: turns.map(({ from, text }) => ({ from, text })) }
}

/** What in the conversation does not fit its text, or cannot be an instruction with a response. */
export function generalFaults(text: string, { turns }: GeneralGold): string[] {
  const asked = turns.find(({ from }) => from === 'user')
  if (!asked) return ['turns: the user says nothing.']
  const faults = asked.text === text ? [] : ['turns: the first turn of the user is not the text.']
  const response = turns.findLast(({ from }) => from === 'assistant')
  if (!response) return [...faults, 'turns: the assistant says nothing.']
  if (turns.indexOf(response) < turns.indexOf(asked))
    faults.push('turns: the assistant says nothing after the user.')
  return response.text.trim() === '' ? [...faults, 'turns: the last turn of the assistant is empty.'] : faults
}
