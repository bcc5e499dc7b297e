import { type Strategy, strategySchema } from '@/lib/synthesis/model'

/** Some of the records of a mix: so many (or so large a share) are of this task form, with these strategies, in this syntax. */
export type MixPart = { taskForm: string; strategies: readonly Strategy[]; carrier: string; amount: number }

/** As the counts of a run hold its mix: `ner/guideline+format/yaml`, `tc/basic/csv`. */
export function mixPartsOf(mix: Readonly<Record<string, number>>): MixPart[] {
  const parts = Object.entries(mix).map(([key, amount]) => {
    const [taskForm = '', strategies = '', carrier = ''] = key.split('/')
    return { taskForm, strategies: strategiesOf(strategies), carrier, amount }
  })
  return parts.sort((one, other) => other.amount - one.amount)
}

/** `guideline+format`; nothing for `basic`. */
export function strategiesOf(key: string): Strategy[] {
  return key.split('+').flatMap((one) => strategySchema.safeParse(one).data ?? [])
}

export type MixSum = { key: string; amount: number; own: MixPart[] }

/** Parts put together by what they have in common, the largest first. */
export function sumBy(parts: readonly MixPart[], keyOf: (part: MixPart) => string): MixSum[] {
  const sums = new Map<string, MixSum>()
  for (const part of parts) {
    const key = keyOf(part)
    const { amount, own } = sums.get(key) ?? { amount: 0, own: [] }
    sums.set(key, { key, amount: amount + part.amount, own: [...own, part] })
  }
  return [...sums.values()].sort((one, other) => other.amount - one.amount)
}
