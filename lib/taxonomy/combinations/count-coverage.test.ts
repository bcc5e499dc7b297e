import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countCoverage } from './count-coverage'
import { indexCombinations } from './index-combinations'
import { combinationStrategies } from './model'
import { nameCombination } from './name-combination'
import { openSpace } from './open-space'
import { unrankCombination } from './unrank-combination'

const shapes = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 })

describe('coverage', () => {
  it('is whole, everywhere, once all was used', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const { size } = indexCombinations(shape)
        const all = combinationStrategies.flatMap((strategy) =>
          Array.from({ length: size[strategy] }, (_, rank) => ({ strategy, rank })),
        )
        const covered = countCoverage(shape, [...all, ...all])
        for (const { used, size: there } of [
          covered,
          ...covered.sessions,
          ...covered.sessions.flatMap(({ concepts }) => concepts),
        ])
          expect(used).toEqual(there)
        expect(countCoverage(shape, []).used).toEqual({ s1: 0, s2: 0 })
      }),
    )
  })

  it('says of each session and concept what was used of it', () => {
    const index = indexCombinations([2, 3])
    const [one, two] = [
      { strategy: 's1', rank: 2 },
      { strategy: 's2', rank: 0 },
    ] as const
    expect([one, two].map((used) => unrankCombination(index, used).picks)).toEqual([
      [{ session: 0, concepts: [0, 1] }],
      [
        { session: 0, concepts: [0] },
        { session: 1, concepts: [0] },
      ],
    ])
    const { used, size, sessions } = countCoverage([2, 3], [one, two])
    expect({ used, size }).toEqual({ used: { s1: 1, s2: 1 }, size: { s1: 10, s2: 21 } })
    expect(sessions.map((session) => session.used)).toEqual([
      { s1: 1, s2: 1 },
      { s1: 0, s2: 1 },
    ])
    expect(sessions[0]!.concepts.map((concept) => concept.used)).toEqual([
      { s1: 1, s2: 1 },
      { s1: 1, s2: 0 },
    ])
  })

  it('can be read in the words of the syllabus', () => {
    const sessions = [
      { name: 'Light', concepts: ['ray', 'wave'] },
      { name: 'Lenses', concepts: ['focus'] },
    ]
    const index = indexCombinations(sessions.map(({ concepts }) => concepts.length))
    expect(nameCombination(sessions, unrankCombination(index, { strategy: 's2', rank: 1 }))).toEqual([
      { session: 'Light', concepts: ['wave'] },
      { session: 'Lenses', concepts: ['focus'] },
    ])
  })
})

describe('the space of many syllabi', () => {
  it('has each combination of each syllabus once', () => {
    fc.assert(
      fc.property(fc.array(shapes, { maxLength: 4 }), fc.nat(100), (list, seed) => {
        const space = openSpace(
          list.map((shape, at) => ({ key: `${at}`, shape })),
          { seed },
        )
        const seen = new Set<string>()
        for (let at = 0; at < Number(space.size); at++) {
          const { key, ...numbered } = space.at(at)
          unrankCombination(indexCombinations(list[Number(key)]!), numbered)
          seen.add(`${key} ${numbered.strategy} ${numbered.rank}`)
        }
        expect(seen.size).toBe(Number(space.size))
      }),
      { numRuns: 40 },
    )
  })

  it('counts what no number keeps, and refuses to draw from it', () => {
    const wide = { key: 'wide', shape: Array.from({ length: 100 }, () => 50) }
    const most = { seed: 1 }
    expect(openSpace([wide], most).size).toBeGreaterThan(10n ** 11n)
    expect(() =>
      openSpace(
        Array.from({ length: 25_000 }, () => wide),
        most,
      ),
    ).toThrow(/too many/)
  })
})
