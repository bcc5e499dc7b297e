import { countChoices } from '@/lib/taxonomy/combinations/count-choices'
import { type CombinationIndex, firstPairOf } from '@/lib/taxonomy/combinations/index-combinations'
import { type Combination, MOST_PICKED } from '@/lib/taxonomy/combinations/model'

/** The number of a combination among all of its strategy, from 0: by sessions, then by how many concepts of each, then by concepts. */
export function rankCombination(
  { shape, sessions, pairs }: CombinationIndex,
  { picks }: Combination,
): number {
  const [first, second] = picks
  const [ownRank, count] = [rankChoice(first!.concepts), first!.concepts.length]
  const concepts = shape[first!.session]!
  if (!second) {
    let before = sessions[first!.session]!
    for (let picked = 1; picked < count; picked++) before += countChoices(concepts, picked)
    return before + ownRank
  }
  const others = shape[second.session]!
  const pair = firstPairOf(first!.session, shape.length) + second.session - first!.session - 1
  const total = count + second.concepts.length
  let before = pairs[pair]!
  for (const [picked, own] of splits) {
    if (picked === total && own === count) break
    before += countChoices(concepts, own) * countChoices(others, picked - own)
  }
  return before + ownRank * countChoices(others, second.concepts.length) + rankChoice(second.concepts)
}

/** How many concepts in all, and how many of them of the first session: in the order in which they are numbered. */
export const splits: readonly (readonly [picked: number, own: number])[] = Array.from(
  { length: MOST_PICKED - 1 },
  (_, at) => Array.from({ length: at + 1 }, (_own, own) => [at + 2, own + 1] as const),
).flat()

/** The number of a choice among those of its size, in the combinatorial number system: sum of C(place, position). */
function rankChoice(places: readonly number[]): number {
  return places.reduce((sum, place, at) => sum + countChoices(place, at + 1), 0)
}
