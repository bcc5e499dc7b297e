import { indexCombinations } from '@/lib/taxonomy/combinations/index-combinations'
import { keepCaps } from '@/lib/taxonomy/combinations/keep-caps'
import { listOpenPositions } from '@/lib/taxonomy/combinations/list-open-positions'
import {
  type Combination,
  type CombinationOrder,
  type CombinationStrategy,
  type NumberedCombination,
  noPast,
  type StrategyCounts,
  type WalkedSubject,
} from '@/lib/taxonomy/combinations/model'
import { permuteRange } from '@/lib/taxonomy/combinations/permute-range'
import { unrankCombination } from '@/lib/taxonomy/combinations/unrank-combination'

export type Drawn = Combination & NumberedCombination

/** The combinations of a syllabus in an order that follows from seed and subject, each strategy in its own; nothing, once there is none left. */
export type Walk = { next(strategy: CombinationStrategy): Drawn | undefined; room: StrategyCounts }

/**
 * Where fewer than one in so many still keeps the caps, those that do are listed and looked up in the walk's order, instead of walking
 * past all others. The walk is the same.
 */
const LISTED_BELOW = 32
const MOST_LISTED = 2 ** 17

export function walkCombinations(
  { key, shape, past = noPast }: WalkedSubject,
  { seed, conceptCap }: Pick<CombinationOrder, 'seed' | 'conceptCap'>,
): Walk {
  const index = indexCombinations(shape)
  const caps = conceptCap === null ? undefined : keepCaps(shape, { uses: past.uses, cap: conceptCap })
  const open = (strategy: CombinationStrategy) => {
    const order = permuteRange(index.size[strategy], orderName({ seed, key, strategy }))
    const taken = past.taken[strategy]
    let position = past.from[strategy]
    let listed: Iterator<number> | undefined
    const nextPosition = () => {
      const open = caps?.openSize()[strategy] ?? order.size
      if (open === 0) return order.size
      if (!listed && caps && open < order.size / LISTED_BELOW && open <= MOST_LISTED)
        listed = listOpenPositions({ index, caps, strategy, order, from: position }).values()
      return listed ? (listed.next().value ?? order.size) : position
    }
    return (): Drawn | undefined => {
      for (position = nextPosition(); position < order.size; position = nextPosition()) {
        const rank = order.at(position++)
        if (taken.has(rank)) continue
        const { picks } = unrankCombination(index, { strategy, rank })
        if (caps && !caps.use(picks)) continue
        return { strategy, rank, picks }
      }
      return undefined
    }
  }
  const walks = { s1: open('s1'), s2: open('s2') }
  return { next: (strategy) => walks[strategy](), room: roomOf({ size: index.size, past }) }
}

/** The name of a strategy's order: another seed, another order. */
export function orderName(of: { seed: number; key: string; strategy: CombinationStrategy }): string {
  return `combinations/${of.seed}/${of.strategy}/${of.key}`
}

/** How many are left, caps aside. */
export function roomOf({
  size,
  past,
}: {
  size: StrategyCounts
  past: WalkedSubject['past']
}): StrategyCounts {
  const { from, taken } = past ?? noPast
  return { s1: size.s1 - from.s1 - taken.s1.size, s2: size.s2 - from.s2 - taken.s2.size }
}
