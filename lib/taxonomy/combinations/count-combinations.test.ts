import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countCombinations, countOfPair, countOfSession } from './count-combinations'
import { MOST_CONCEPTS, MOST_SESSIONS, syllabusShapeSchema } from './model'

/** All subsets of a session's places of which between one and five are chosen, by trying every one. */
function subsets(concepts: number): number[][] {
  return Array.from({ length: 2 ** concepts }, (_, bits) =>
    Array.from({ length: concepts }, (_place, at) => at).filter((at) => bits & (1 << at)),
  )
}

function countByTrying(shape: readonly number[]) {
  const within = (size: number, least: number) => size >= least && size <= 5
  const s1 = shape.flatMap(subsets).filter(({ length }) => within(length, 1)).length
  let s2 = 0
  for (const [at, first] of shape.entries())
    for (const second of shape.slice(at + 1))
      for (const one of subsets(first))
        for (const other of subsets(second))
          if (one.length > 0 && other.length > 0 && within(one.length + other.length, 2)) s2++
  return { s1: BigInt(s1), s2: BigInt(s2) }
}

describe('the number of combinations', () => {
  it('is that of the method for sessions of five', () => {
    expect(countOfSession(5)).toBe(31)
    expect(countOfPair(5, 5)).toBe(575)
    expect(countCombinations(Array.from({ length: 20 }, () => 5))).toEqual({ s1: 620n, s2: 109_250n })
  })

  it('is what trying every set of concepts finds', () => {
    const shapes = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 5 })
    fc.assert(
      fc.property(shapes, (shape) => {
        expect(countCombinations(shape)).toEqual(countByTrying(shape))
      }),
    )
  })

  it('stays exact in numbers for the largest syllabus that is taken', () => {
    const { s2 } = countCombinations(Array.from({ length: MOST_SESSIONS }, () => MOST_CONCEPTS))
    expect(s2 < BigInt(Number.MAX_SAFE_INTEGER)).toBe(true)
    expect(s2 % BigInt(countOfPair(MOST_CONCEPTS, MOST_CONCEPTS))).toBe(0n)
    expect(syllabusShapeSchema.safeParse([MOST_CONCEPTS + 1]).success).toBe(false)
  })
})
