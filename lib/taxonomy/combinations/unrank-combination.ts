import { countChoices } from '@/lib/taxonomy/combinations/count-choices'
import { type CombinationIndex, firstPairOf } from '@/lib/taxonomy/combinations/index-combinations'
import { type Combination, MOST_PICKED, type NumberedCombination } from '@/lib/taxonomy/combinations/model'
import { splits } from '@/lib/taxonomy/combinations/rank-combination'

/** The combination of a number, found without looking at any other. */
export function unrankCombination(
  index: CombinationIndex,
  { strategy, rank }: NumberedCombination,
): Combination {
  if (!(Number.isInteger(rank) && rank >= 0 && rank < index.size[strategy]))
    throw new RangeError(`There is no combination ${rank} among ${index.size[strategy]} of ${strategy}.`)
  return { strategy, picks: strategy === 's1' ? pickOne(index, rank) : pickTwo(index, rank) }
}

function pickOne({ shape, sessions }: CombinationIndex, rank: number): Combination['picks'] {
  const session = lastBegun(sessions, { from: 0, to: shape.length, rank })
  let left = rank - sessions[session]!
  for (let picked = 1; picked <= MOST_PICKED; picked++) {
    const count = countChoices(shape[session]!, picked)
    if (left < count) return [{ session, concepts: unrankChoice(left, { of: shape[session]!, picked }) }]
    left -= count
  }
  throw new RangeError(`Session ${session} has no combination ${rank}.`)
}

function pickTwo({ shape, pairs }: CombinationIndex, rank: number): Combination['picks'] {
  const count = shape.length
  let [low, high] = [0, count - 1]
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (pairs[firstPairOf(middle, count)]! <= rank) low = middle
    else high = middle
  }
  const from = firstPairOf(low, count)
  const pair = lastBegun(pairs, { from, to: from + count - 1 - low, rank })
  const [session, other] = [low, low + 1 + pair - from]
  const [concepts, others] = [shape[session]!, shape[other]!]
  let left = rank - pairs[pair]!
  for (const [picked, own] of splits) {
    const inner = countChoices(others, picked - own)
    const block = countChoices(concepts, own) * inner
    if (left >= block) {
      left -= block
      continue
    }
    const ownRank = Math.floor(left / inner)
    return [
      { session, concepts: unrankChoice(ownRank, { of: concepts, picked: own }) },
      {
        session: other,
        concepts: unrankChoice(left - ownRank * inner, { of: others, picked: picked - own }),
      },
    ]
  }
  throw new RangeError(`Sessions ${session} and ${other} have no combination ${rank}.`)
}

/** The last that begins at or before a number. One without combinations begins where the next one does, and so is never the last. */
function lastBegun(starts: Float64Array, of: { from: number; to: number; rank: number }): number {
  let [low, high] = [of.from, of.to]
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (starts[middle]! <= of.rank) low = middle
    else high = middle
  }
  return low
}

function unrankChoice(rank: number, { of, picked }: { of: number; picked: number }): number[] {
  const places: number[] = []
  let [left, place] = [rank, of]
  for (let at = picked; at > 0; at--) {
    do place--
    while (countChoices(place, at) > left)
    left -= countChoices(place, at)
    places.push(place)
  }
  return places.reverse()
}
