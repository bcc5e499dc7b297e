import { z } from 'zod'
import { keepItems, type PlacedItem } from '@/lib/rules/keep-items'
import { isInScope, type TransformDefinition } from '@/lib/rules/model'
import { nameWords, stateScope } from '@/lib/rules/state-scope'
import type { TcGold } from '@/lib/tasks/tc/gold'

const parametersSchema = z.object({
  count: z.number().int().min(1).max(20),
  /** Which labels go before others; those that are not named come after them, in the order of the answer. */
  order: z.array(z.string().min(1).max(200)).max(1000),
})
type Parameters = z.infer<typeof parametersSchema>

/** At most so many classes for a text: those that come first in a fixed order. */
export const atMostLabels: TransformDefinition<Parameters> = {
  name: 'at-most-labels',
  family: 'multiplicity',
  forms: ['tc'],
  parameters: parametersSchema,
  applyLowered: (lowered, of, { count, order }) =>
    keepItems(lowered, of, (items) => {
      const ours = items.filter((one) => isInScope(of.scope, labelOf(one)))
      if (ours.length <= count) return items
      const ranks = ranksOf(order)
      const rank = (label: string) => ranks.get(label) ?? order.length
      const kept = new Set(ours.toSorted((a, b) => rank(labelOf(a)) - rank(labelOf(b))).slice(0, count))
      return items.filter((one) => kept.has(one) || !isInScope(of.scope, labelOf(one)))
    }),
  concerns: ({ gold, scope }) => (gold as TcGold).labels.some((label) => isInScope(scope, label)),
  statement: ({ count, order }, scope) => {
    const en = count === 1 ? 'one label' : `${count} labels`
    const named = order.length > 0 && order.length <= NAMED
    const before = named
      ? [
          `; where more fit, prefer them in this order: ${nameWords(order, 'en', 'and')}`,
          `；适合的更多时，按此顺序取舍：${nameWords(order, 'zh', 'and')}`,
        ]
      : ['; where more fit, keep the most common ones', '；适合的更多时，保留最常见的']
    return stateScope(scope, {
      en: [`Give ${en} at most${before[0]}.`, `Never more than ${en} for an input${before[0]}.`],
      zh: [`最多给出${count}个标签${before[1]}。`, `每个输入文本的标签不超过${count}个${before[1]}。`],
    })
  },
}

/** Items of a classification are its labels. */
const labelOf = ({ item }: PlacedItem) => (typeof item === 'string' ? item : '')

/** An order as long as this can be said in a sentence. */
const NAMED = 12

const known = new WeakMap<readonly string[], ReadonlyMap<string, number>>()

function ranksOf(order: readonly string[]): ReadonlyMap<string, number> {
  const found = known.get(order) ?? new Map(order.map((label, at) => [label, at]))
  known.set(order, found)
  return found
}
