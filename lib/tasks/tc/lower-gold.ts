import type { AskedSchema, Lowered } from '@/lib/tasks/model'
import type { TcGold } from '@/lib/tasks/tc/gold'

/** The one group of the answer, whatever the classes to choose from. */
export const tcGroups: AskedSchema = [{ label: 'label', fields: [] }]

/** The classes of the gold that are among the candidates, in the order in which the candidates are named. */
export function lowerGold(_text: string, { labels }: TcGold, candidates: AskedSchema): Lowered {
  const own = new Set(labels)
  const items = [...new Set(candidates.map(({ label }) => label))].filter((label) => own.has(label))
  return { answer: [{ label: 'label', items }], places: [items.map(() => null)] }
}
