import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexCombinations } from './index-combinations'
import { type Combination, combinationSchema, combinationStrategies } from './model'
import { rankCombination } from './rank-combination'
import { unrankCombination } from './unrank-combination'

const small = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 })
const large = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 100 })

function expectSound(shape: readonly number[], { strategy, picks }: Combination) {
  combinationSchema.parse({ strategy, picks })
  const all = picks.flatMap(({ concepts }) => concepts)
  expect(picks).toHaveLength(strategy === 's1' ? 1 : 2)
  expect(all.length).toBeGreaterThanOrEqual(strategy === 's1' ? 1 : 2)
  expect(all.length).toBeLessThanOrEqual(5)
  if (picks[1]) expect(picks[1].session).toBeGreaterThan(picks[0]!.session)
  for (const { session, concepts } of picks)
    for (const [at, place] of concepts.entries()) {
      expect(place).toBeLessThan(shape[session]!)
      if (at > 0) expect(place).toBeGreaterThan(concepts[at - 1]!)
    }
}

describe('the number of a combination', () => {
  it('leads to it and back, and no two numbers lead to the same', () => {
    fc.assert(
      fc.property(small, (shape) => {
        const index = indexCombinations(shape)
        for (const strategy of combinationStrategies) {
          const seen = new Set<string>()
          for (let rank = 0; rank < index.size[strategy]; rank++) {
            const combination = unrankCombination(index, { strategy, rank })
            expectSound(shape, combination)
            seen.add(JSON.stringify(combination.picks))
            expect(rankCombination(index, combination)).toBe(rank)
          }
          expect(seen.size).toBe(index.size[strategy])
        }
      }),
      { numRuns: 30 },
    )
  })

  it('does so in the largest syllabi as well', () => {
    fc.assert(
      fc.property(large, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (shape, part) => {
        const index = indexCombinations(shape)
        for (const strategy of combinationStrategies) {
          if (index.size[strategy] === 0) continue
          const rank = Math.floor(part * index.size[strategy])
          const combination = unrankCombination(index, { strategy, rank })
          expectSound(shape, combination)
          expect(rankCombination(index, combination)).toBe(rank)
        }
      }),
    )
  })

  it('is refused where there is none', () => {
    const index = indexCombinations([2, 0])
    expect(unrankCombination(index, { strategy: 's1', rank: 2 }).picks).toEqual([
      { session: 0, concepts: [0, 1] },
    ])
    for (const rank of [3, -1, 0.5])
      expect(() => unrankCombination(index, { strategy: 's1', rank })).toThrow(RangeError)
    expect(() => unrankCombination(index, { strategy: 's2', rank: 0 })).toThrow(RangeError)
  })
})
