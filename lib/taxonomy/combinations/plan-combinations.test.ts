import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countInNumbers } from './count-combinations'
import { drawCombinations } from './draw-combinations'
import { type CombinationOrder, combinationOrderSchema } from './model'
import { type CombinationPlan, type PlannedSubject, planCombinations } from './plan-combinations'
import { recallPast } from './recall-past'
import { weighSubject } from './weigh-subject'

const order = (given: Partial<CombinationOrder>) =>
  combinationOrderSchema.parse({ total: 100, seed: 1, ...given })
const subject = (key: string, shape: readonly number[], weight = 1): PlannedSubject => ({
  key,
  shape,
  weight,
})
const many = (count: number, shape = Array.from({ length: 12 }, () => 5)) =>
  Array.from({ length: count }, (_, at) => subject(`subject ${at}`, shape))
const given = ({ parts }: CombinationPlan) =>
  new Map(
    parts.map(({ key, rounds }) => [key, rounds.reduce((sum, { s1, s2 }) => sum + s1 + s2, 0)] as const),
  )

/** All that a plan draws, by subject. */
function drawAll(
  subjects: readonly PlannedSubject[],
  { plan, by }: { plan: CombinationPlan; by: CombinationOrder },
) {
  const byKey = new Map(subjects.map((one) => [one.key, one]))
  return plan.parts.flatMap(({ key, rounds }) =>
    [...drawCombinations(byKey.get(key)!, { order: by, rounds })].map((drawn) => ({ key, ...drawn })),
  )
}
const names = (drawn: { key: string; strategy: string; rank: number }[]) =>
  drawn.map(({ key, strategy, rank }) => `${key} ${strategy} ${rank}`)

const subjects = fc
  .array(
    fc.record({
      shape: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 }),
      weight: fc.constantFrom(0, 0.5, 1, 3),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) => list.map(({ shape, weight }, at) => subject(`s${at}`, shape, weight)))
const orders = fc.record({
  total: fc.nat(600),
  seed: fc.nat(50),
  shareOfS1: fc.constantFrom(0, 0.2, 0.5, 1),
  conceptCap: fc.constantFrom(null, null, 1, 3, 10),
})

describe('a plan', () => {
  it('places the whole order, or all that there is, and draws just that, without repeats', () => {
    fc.assert(
      fc.property(subjects, orders, (list, by) => {
        const plan = planCombinations(list, by)
        const drawn = drawAll(list, { plan, by })
        expect(drawn.length).toBe(plan.placed.s1 + plan.placed.s2)
        expect(drawn.filter(({ strategy }) => strategy === 's1').length).toBe(plan.placed.s1)
        expect(new Set(names(drawn)).size).toBe(drawn.length)
        expect(plan.missing).toBe(by.total - drawn.length)
        const there = list
          .filter(({ weight }) => weight > 0)
          .reduce((sum, { shape }) => sum + countInNumbers(shape).s1 + countInNumbers(shape).s2, 0)
        if (by.conceptCap === null) expect(drawn.length).toBe(Math.min(by.total, there))
        else
          for (const { key } of list) {
            const uses = new Map<string, number>()
            for (const one of drawn.filter((other) => other.key === key))
              for (const { session, concepts } of one.picks)
                for (const place of concepts)
                  uses.set(`${session} ${place}`, (uses.get(`${session} ${place}`) ?? 0) + 1)
            expect(Math.max(0, ...uses.values())).toBeLessThanOrEqual(by.conceptCap)
          }
        expect(planCombinations(list, by)).toEqual(plan)
      }),
      { numRuns: 300 },
    )
  })

  it('goes on without a repeat, and in the end has drawn everything', () => {
    fc.assert(
      fc.property(subjects, fc.array(orders, { minLength: 1, maxLength: 3 }), (list, all) => {
        let now = list.map((one) => ({ ...one, weight: 1 }))
        const drawn: ReturnType<typeof drawAll> = []
        for (const by of [...all, order({ total: 100_000, seed: 3 })]) {
          now = now.map((one) => ({
            ...one,
            past: recallPast(one, { used: drawn.filter(({ key }) => key === one.key), seed: by.seed }),
          }))
          drawn.push(...drawAll(now, { plan: planCombinations(now, by), by }))
        }
        const there = list.reduce(
          (sum, { shape }) => sum + countInNumbers(shape).s1 + countInNumbers(shape).s2,
          0,
        )
        expect(new Set(names(drawn)).size).toBe(drawn.length)
        expect(drawn.length).toBe(there)
      }),
      { numRuns: 40 },
    )
  })

  it('keeps the mix exactly, also where subjects give one each', () => {
    for (const [total, shareOfS1] of [
      [5000, 0.3],
      [701, 0.5],
      [3, 0.34],
    ] as const) {
      const plan = planCombinations(many(1000), order({ total, shareOfS1 }))
      expect(plan.placed).toEqual({
        s1: Math.round(total * shareOfS1),
        s2: total - Math.round(total * shareOfS1),
      })
    }
  })

  it('makes up elsewhere for subjects that lack a strategy', () => {
    const list = [...many(4), ...Array.from({ length: 4 }, (_, at) => subject(`single ${at}`, [5]))]
    const plan = planCombinations(list, order({ total: 80, shareOfS1: 0.5 }))
    expect(plan.placed).toEqual({ s1: 40, s2: 40 })
    expect([...given(plan).values()]).toEqual(Array.from({ length: 8 }, () => 10))
    const turned = planCombinations(list.toReversed(), order({ total: 80, shareOfS1: 0.5 }))
    expect(turned.placed).toEqual({ s1: 40, s2: 40 })
  })

  it('hands on what small syllabi cannot give', () => {
    const list = [subject('small', [2]), subject('wide', [5, 5, 5])]
    expect(Object.fromEntries(given(planCombinations(list, order({ total: 50 }))))).toEqual({
      small: 3,
      wide: 47,
    })
    const capped = planCombinations([subject('small', [2]), ...many(3)], order({ total: 40, conceptCap: 2 }))
    expect(capped.missing).toBe(0)
    expect(given(capped).get('small')).toBeLessThanOrEqual(3)
  })

  it('follows the weights of nodes', () => {
    const weights = { physics: 3, history: 0, optics: 2 }
    const list = [
      subject('optics', [5, 5, 5, 5], weighSubject(['science', 'physics', 'optics'], weights)),
      subject('waves', [5, 5, 5, 5], weighSubject(['science', 'physics', 'waves'], weights)),
      subject('rome', [5, 5, 5, 5], weighSubject(['humanities', 'history', 'rome'], weights)),
      subject('logic', [5, 5, 5, 5], weighSubject(['humanities', 'logic'], weights)),
    ]
    const plan = planCombinations(list, order({ total: 100 }))
    expect(Object.fromEntries(given(plan))).toEqual({ optics: 60, waves: 30, logic: 10 })
  })

  it('spreads a second order over those that the first left out', () => {
    const list = many(300)
    const by = order({ total: 100, seed: 9 })
    const first = planCombinations(list, by)
    const drawn = drawAll(list, { plan: first, by })
    const later = list.map((one) => ({
      ...one,
      past: recallPast(one, { used: drawn.filter(({ key }) => key === one.key), seed: 9 }),
    }))
    const second = planCombinations(later, { ...by, total: 200 })
    expect(new Set([...given(first).keys(), ...given(second).keys()]).size).toBe(300)
  })

  it('is moved as little as possible by a new subject', () => {
    const by = order({ total: 20, seed: 5 })
    const [before, after] = [many(200), [subject('new', [5, 5]), ...many(200)]]
    const kept = [...given(planCombinations(after, by)).keys()].filter((key) =>
      given(planCombinations(before, by)).has(key),
    )
    expect(kept.length).toBeGreaterThanOrEqual(19)
  })
})
