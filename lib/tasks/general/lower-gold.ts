import type { GeneralGold } from '@/lib/tasks/general/gold'
import type { AskedSchema, Lowered } from '@/lib/tasks/model'

/** The one group of the answer. */
export const generalGroups: AskedSchema = [{ label: 'response', fields: [] }]

/** The last turn of the assistant is the one item; it is no piece of the text. */
export function lowerGold(_text: string, { turns }: GeneralGold): Lowered {
  const response = turns.findLast(({ from }) => from === 'assistant')
  const items = response ? [response.text] : []
  return { answer: [{ label: 'response', items }], places: [items.map(() => null)] }
}
