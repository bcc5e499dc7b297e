import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexCombinations } from './index-combinations'
import { keepCaps } from './keep-caps'
import { type CombinationStrategy, combinationStrategies, noPast } from './model'
import { permuteRange } from './permute-range'
import { recallPast } from './recall-past'
import { unrankCombination } from './unrank-combination'
import { type Drawn, orderName, type Walk, walkCombinations } from './walk-combinations'

const shapes = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 })
const seeds = fc.nat(1000)

function drawn(walk: Walk, strategy: CombinationStrategy, most = Number.POSITIVE_INFINITY): Drawn[] {
  const found: Drawn[] = []
  for (let one = walk.next(strategy); one; one = walk.next(strategy)) {
    found.push(one)
    if (found.length >= most) break
  }
  return found
}
const ranks = (found: readonly Drawn[]) => found.map(({ rank }) => rank)
const named = (found: readonly Drawn[]) => found.map(({ strategy, rank }) => `${strategy} ${rank}`)

function usesOf(found: readonly Drawn[]): number[] {
  const uses = new Map<string, number>()
  for (const { picks } of found)
    for (const { session, concepts } of picks)
      for (const place of concepts)
        uses.set(`${session} ${place}`, (uses.get(`${session} ${place}`) ?? 0) + 1)
  return [...uses.values()]
}

describe('a walk through the combinations of a syllabus', () => {
  it('gives every one once and then none', () => {
    fc.assert(
      fc.property(shapes, seeds, (shape, seed) => {
        const walk = walkCombinations({ key: 'optics', shape }, { seed, conceptCap: null })
        const { size } = indexCombinations(shape)
        for (const strategy of combinationStrategies) {
          const found = drawn(walk, strategy)
          expect(ranks(found).toSorted((a, b) => a - b)).toEqual(
            Array.from({ length: size[strategy] }, (_, rank) => rank),
          )
          expect(walk.next(strategy)).toBeUndefined()
        }
      }),
    )
  })

  it('is the same for the same seed and subject, and another for another', () => {
    const shape = Array.from({ length: 20 }, () => 5)
    const of = (key: string, seed: number) =>
      ranks(drawn(walkCombinations({ key, shape }, { seed, conceptCap: null }), 's2', 200))
    expect(of('optics', 1)).toEqual(of('optics', 1))
    for (const other of [of('optics', 2), of('logic', 1)])
      expect(other.filter((rank) => of('optics', 1).includes(rank)).length).toBeLessThan(5)
  })

  it('goes on later where it was left, kept as two numbers', () => {
    const subject = { key: 'optics', shape: [5, 4, 3] }
    const whole = walkCombinations(subject, { seed: 7, conceptCap: null })
    const all = [...drawn(whole, 's1', 20), ...drawn(whole, 's2', 300)]
    const first = walkCombinations(subject, { seed: 7, conceptCap: null })
    const before = [...drawn(first, 's1', 12), ...drawn(first, 's2', 120)]
    const past = { ...noPast, from: { s1: 12, s2: 120 } }
    const later = walkCombinations({ ...subject, past }, { seed: 7, conceptCap: null })
    const after = [...drawn(later, 's1', 8), ...drawn(later, 's2', 180)]
    expect([...named(before), ...named(after)].toSorted()).toEqual(named(all).toSorted())
  })

  it('never repeats what was drawn before, by whatever seed and cap, and misses nothing', () => {
    const caps = fc.option(fc.integer({ min: 1, max: 6 }), { nil: null })
    fc.assert(
      fc.property(shapes, seeds, seeds, caps, (shape, seed, nextSeed, conceptCap) => {
        const subject = { key: 'optics', shape }
        const first = walkCombinations(subject, { seed, conceptCap })
        const used = [...drawn(first, 's1', 9), ...drawn(first, 's2', 30)]
        const past = recallPast(subject, { used: [...used, ...used], seed: nextSeed })
        const later = walkCombinations({ ...subject, past }, { seed: nextSeed, conceptCap: null })
        const rest = [...drawn(later, 's1'), ...drawn(later, 's2')]
        const { size } = indexCombinations(shape)
        expect(new Set([...named(used), ...named(rest)]).size).toBe(used.length + rest.length)
        expect(used.length + rest.length).toBe(size.s1 + size.s2)
        expect(later.room.s1 + later.room.s2).toBe(rest.length)
      }),
    )
  })

  it('recalls a past that fits in two numbers as these', () => {
    const subject = { key: 'optics', shape: [5, 5] }
    const found = drawn(walkCombinations(subject, { seed: 3, conceptCap: null }), 's2', 40)
    const past = recallPast(subject, { used: found.toReversed(), seed: 3 })
    expect(past.from).toEqual({ s1: 0, s2: 40 })
    expect(past.taken.s2.size).toBe(0)
    expect(past.uses.flat().toSorted()).toEqual(usesOf(found).toSorted())
  })
})

describe('a cap on concepts', () => {
  it('holds, over what was drawn before as well', () => {
    fc.assert(
      fc.property(shapes, seeds, fc.integer({ min: 1, max: 8 }), (shape, seed, conceptCap) => {
        const subject = { key: 'optics', shape }
        const first = walkCombinations(subject, { seed, conceptCap })
        const used = [...drawn(first, 's2', 5), ...drawn(first, 's1', 3)]
        const past = recallPast(subject, { used, seed: seed + 1 })
        const later = walkCombinations({ ...subject, past }, { seed: seed + 1, conceptCap })
        const all = [...used, ...drawn(later, 's1'), ...drawn(later, 's2')]
        expect(Math.max(0, ...usesOf(all))).toBeLessThanOrEqual(conceptCap)
        expect(new Set(named(all)).size).toBe(all.length)
      }),
    )
  })

  it('leaves out of the walk what is over it, and nothing else, also where that is nearly everything', () => {
    const shape = [5, 6, 4, 6, 5, 5, 5, 6]
    for (const conceptCap of [1, 2, 5, 30]) {
      const index = indexCombinations(shape)
      const order = permuteRange(index.size.s2, orderName({ seed: 4, key: 'optics', strategy: 's2' }))
      const caps = keepCaps(shape, { uses: [], cap: conceptCap })
      const plain: number[] = []
      for (let at = 0; at < order.size; at++) {
        const rank = order.at(at)
        if (caps.use(unrankCombination(index, { strategy: 's2', rank }).picks)) plain.push(rank)
      }
      expect(ranks(drawn(walkCombinations({ key: 'optics', shape }, { seed: 4, conceptCap }), 's2'))).toEqual(
        plain,
      )
    }
  })

  it('ends a walk of millions as soon as no concept is left', () => {
    const subject = { key: 'wide', shape: Array.from({ length: 60 }, () => 12) }
    const walk = walkCombinations(subject, { seed: 1, conceptCap: 1 })
    expect(indexCombinations(subject.shape).size.s2).toBeGreaterThan(9e7)
    const found = drawn(walk, 's2')
    expect(found.length).toBeGreaterThan(120)
    expect(Math.max(...usesOf(found))).toBe(1)
    expect(usesOf(found).length).toBeGreaterThan(700)
  })
})
