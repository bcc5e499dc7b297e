import type { Draw } from '@/lib/synthesis/make-draw'
import { type Recipe, type Strategy, strategies } from '@/lib/synthesis/model'

export type Wanted = Record<Strategy, boolean>

/** How often all strategies are drawn anew before what is left is tried one by one. */
const ROUNDS = 6

/**
 * The sets of strategies to try for one compound record, likeliest to be taken first: each strategy is drawn by itself, and all
 * anew while none comes up or the record can have none of them. The numbers of one strategy do not depend on the chances of the
 * others, so that records of an ablation pair. At last each strategy alone, so that a record that can be compound is.
 */
export function* drawStrategies(draw: Draw, chances: Recipe['strategies']): Generator<Wanted> {
  const own = strategies.map((strategy) => ({ strategy, draw: draw.of(`strategy/${strategy}`) }))
  const wanted = (is: (strategy: Strategy, of: Draw) => boolean): Wanted => {
    const [guideline, rule, format] = own.map((one) => is(one.strategy, one.draw))
    return { guideline: guideline!, rule: rule!, format: format! }
  }
  for (let round = 0; round < ROUNDS; round++) {
    const drawn = wanted((strategy, of) => of.fraction() < chances[strategy])
    if (strategies.some((strategy) => drawn[strategy])) yield drawn
  }
  const order = draw.of('strategy/alone').byWeight(strategies, (strategy) => chances[strategy])
  for (const alone of order) yield wanted((strategy) => strategy === alone)
}
