import type { AskedSchema, Lowered, Offsets } from '@/lib/tasks/model'
import { endOf, type MrcGold } from '@/lib/tasks/mrc/gold'

/** The one group of the answer. */
export const mrcGroups: AskedSchema = [{ label: 'answer', fields: [] }]

/** The distinct answers in the order of the gold; none for an unanswerable question. Words that stand in several places count once. */
export function lowerGold(_text: string, { answers, answerable }: MrcGold): Lowered {
  const places = new Map<string, Offsets[] | null>()
  for (const { text, start } of answerable ? answers : [])
    if (!places.has(text))
      places.set(text, start === undefined ? null : [{ start, end: endOf({ text, start }) }])
  return { answer: [{ label: 'answer', items: [...places.keys()] }], places: [[...places.values()]] }
}
