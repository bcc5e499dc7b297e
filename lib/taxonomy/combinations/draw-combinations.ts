import {
  type CombinationOrder,
  combinationStrategies,
  type WalkedSubject,
} from '@/lib/taxonomy/combinations/model'
import type { PlanPart } from '@/lib/taxonomy/combinations/plan-combinations'
import { type Drawn, walkCombinations } from '@/lib/taxonomy/combinations/walk-combinations'

/** What a subject gives to a plan, one after the other. */
export function* drawCombinations(
  subject: WalkedSubject,
  { order, rounds }: Pick<PlanPart, 'rounds'> & { order: Pick<CombinationOrder, 'seed' | 'conceptCap'> },
): Generator<Drawn> {
  const walk = walkCombinations(subject, order)
  for (const round of rounds)
    for (const strategy of combinationStrategies)
      for (let left = round[strategy]; left > 0; left--) {
        const drawn = walk.next(strategy)
        if (!drawn) return
        yield drawn
      }
}
