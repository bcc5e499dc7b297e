import { countChoices } from '@/lib/taxonomy/combinations/count-choices'
import {
  type CombinationStrategy,
  MOST_CONCEPTS,
  MOST_PICKED,
  type StrategyCounts,
  type SyllabusShape,
} from '@/lib/taxonomy/combinations/model'

/** How many combinations a syllabus has, exactly: the sum of many can be more than a number keeps. */
export function countCombinations(shape: SyllabusShape): Record<CombinationStrategy, bigint> {
  const { s1, s2 } = countInNumbers(shape)
  return { s1: BigInt(s1), s2: BigInt(s2) }
}

/** The same in numbers, which keep those of one syllabus exactly. */
export function countInNumbers(shape: SyllabusShape): StrategyCounts {
  const counted = { s1: 0, s2: 0 }
  // Sessions of one length are counted together: a long syllabus has few lengths.
  const lengths: { concepts: number; sessions: number }[] = []
  for (const concepts of shape) {
    counted.s1 += countOfSession(concepts)
    for (const before of lengths) counted.s2 += before.sessions * countOfPair(before.concepts, concepts)
    const same = lengths.find((length) => length.concepts === concepts)
    if (same) same.sessions++
    else lengths.push({ concepts, sessions: 1 })
  }
  return counted
}

const ofSession = Array.from({ length: MOST_CONCEPTS + 1 }, (_, concepts) => {
  let sum = 0
  for (let picked = 1; picked <= MOST_PICKED; picked++) sum += countChoices(concepts, picked)
  return sum
})

/** S1 of one session: sum over i = 1..5 of C(m, i). */
export function countOfSession(concepts: number): number {
  return ofSession[concepts]!
}

const ofPair = new Float64Array((MOST_CONCEPTS + 1) ** 2).fill(-1)

/** S2 of two sessions: sum over i = 2..5 of C(m1 + m2, i) - C(m1, i) - C(m2, i). */
export function countOfPair(first: number, second: number): number {
  const at = first * (MOST_CONCEPTS + 1) + second
  if (ofPair[at]! >= 0) return ofPair[at]!
  let sum = 0
  for (let picked = 2; picked <= MOST_PICKED; picked++)
    sum += countChoices(first + second, picked) - countChoices(first, picked) - countChoices(second, picked)
  ofPair[at] = sum
  return sum
}
