import { type CombinationIndex, indexCombinations } from '@/lib/taxonomy/combinations/index-combinations'
import type { Caps } from '@/lib/taxonomy/combinations/keep-caps'
import type { CombinationStrategy } from '@/lib/taxonomy/combinations/model'
import type { Permutation } from '@/lib/taxonomy/combinations/permute-range'
import { rankCombination } from '@/lib/taxonomy/combinations/rank-combination'
import { unrankCombination } from '@/lib/taxonomy/combinations/unrank-combination'

/** Where the combinations of concepts that may still be used stand in an order, from a place on. */
export function listOpenPositions(of: {
  index: CombinationIndex
  caps: Caps
  strategy: CombinationStrategy
  order: Permutation
  from: number
}): Float64Array {
  const { index, caps, strategy, order, from } = of
  const places = caps.openPlaces()
  const inner = indexCombinations(places.map(({ length }) => length))
  const positions = Float64Array.from({ length: inner.size[strategy] }, (_, rank) => {
    const { picks } = unrankCombination(inner, { strategy, rank })
    const own = picks.map(({ session, concepts }) => ({
      session,
      concepts: concepts.map((place) => places[session]![place]!),
    }))
    return order.positionOf(rankCombination(index, { strategy, picks: own }))
  })
  return positions.filter((position) => position >= from).sort()
}
