import { indexCombinations } from '@/lib/taxonomy/combinations/index-combinations'
import {
  type CombinationStrategy,
  combinationStrategies,
  type NumberedCombination,
  type Past,
  type WalkedSubject,
} from '@/lib/taxonomy/combinations/model'
import { permuteRange } from '@/lib/taxonomy/combinations/permute-range'
import { unrankCombination } from '@/lib/taxonomy/combinations/unrank-combination'
import { orderName } from '@/lib/taxonomy/combinations/walk-combinations'

/** The past of a subject from what was drawn of it, by whatever seed, mix and caps. */
export function recallPast(
  { key, shape }: Pick<WalkedSubject, 'key' | 'shape'>,
  { used, seed }: { used: readonly NumberedCombination[]; seed: number },
): Past {
  const index = indexCombinations(shape)
  const uses = shape.map((concepts) => Array.from({ length: concepts }, () => 0))
  const ranks = { s1: new Set<number>(), s2: new Set<number>() }
  for (const one of used) {
    if (ranks[one.strategy].has(one.rank)) continue
    ranks[one.strategy].add(one.rank)
    for (const { session, concepts } of unrankCombination(index, one).picks)
      for (const place of concepts) uses[session]![place]! += 1
  }
  const from = { s1: 0, s2: 0 }
  const walked = (strategy: CombinationStrategy) => {
    const order = permuteRange(index.size[strategy], orderName({ seed, key, strategy }))
    const left = ranks[strategy]
    while (left.size > 0 && left.delete(order.at(from[strategy]))) from[strategy]++
    return left
  }
  for (const strategy of combinationStrategies) walked(strategy)
  return { from, taken: ranks, uses }
}
