import { countOfPair, countOfSession } from '@/lib/taxonomy/combinations/count-combinations'
import type { StrategyCounts, SyllabusShape } from '@/lib/taxonomy/combinations/model'

/**
 * Where the numbers of each session and of each pair of sessions begin. Pairs are numbered by their first session, then by their second.
 */
export type CombinationIndex = {
  shape: SyllabusShape
  size: StrategyCounts
  sessions: Float64Array
  pairs: Float64Array
}

export function indexCombinations(shape: SyllabusShape): CombinationIndex {
  const count = shape.length
  const sessions = new Float64Array(count)
  const pairs = new Float64Array((count * (count - 1)) / 2)
  const size = { s1: 0, s2: 0 }
  let at = 0
  for (let first = 0; first < count; first++) {
    sessions[first] = size.s1
    size.s1 += countOfSession(shape[first]!)
    for (let second = first + 1; second < count; second++) {
      pairs[at++] = size.s2
      size.s2 += countOfPair(shape[first]!, shape[second]!)
    }
  }
  return { shape, size, sessions, pairs }
}

/** The place of the pair of a session with the one after it, in a list of pairs. */
export function firstPairOf(session: number, sessions: number): number {
  return (session * (2 * sessions - session - 1)) / 2
}
