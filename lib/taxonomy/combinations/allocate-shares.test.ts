import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocateShares, type Holder } from './allocate-shares'

const holder = (given: Partial<Holder>): Holder => ({ weight: 1, held: 0, limit: 1e9, order: 0, ...given })
const share = (total: number, ...holders: Partial<Holder>[]) => allocateShares(total, holders.map(holder))
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

describe('sharing out', () => {
  it.each([
    ['evenly', 9, [{}, {}, {}], [3, 3, 3]],
    ['by weight', 10, [{ weight: 1 }, { weight: 3 }, { weight: 1 }], [2, 6, 2]],
    ['by largest remainder', 10, [{ weight: 6.4 }, { weight: 2.3 }, { weight: 1.3 }], [7, 2, 1]],
    ['the odd ones by order among equals', 5, [{ order: 3 }, { order: 1 }, { order: 2 }], [1, 2, 2]],
    [
      'one to each of the first, where there are fewer than holders',
      2,
      [{ order: 2 }, { order: 0 }, { order: 1 }],
      [0, 1, 1],
    ],
    ['what is too much for one to the others', 30, [{ limit: 2 }, {}, { limit: 8 }], [2, 20, 8]],
    ['nothing to a weight of nothing', 4, [{ weight: 0 }, {}], [0, 4]],
    ['no more than there is', 100, [{ limit: 3 }, { limit: 0 }, { limit: 4 }], [3, 0, 4]],
    ['so that those with less catch up', 10, [{ held: 6 }, { held: 2 }], [3, 7]],
    ['nothing to who has more than its part', 4, [{ held: 90 }, { held: 1 }, { held: 3 }], [0, 3, 1]],
    ['nothing of nothing', 0, [{}, {}], [0, 0]],
  ])('is done %s', (_how, total, holders, wanted) => {
    expect(share(total, ...holders)).toEqual(wanted)
  })

  it('is exact, keeps limits, and gives each its quota or the next whole number', () => {
    const holders = fc.array(
      fc.record({
        weight: fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 1000, noNaN: true })),
        held: fc.nat(50),
        limit: fc.nat(400),
        order: fc.nat(),
      }),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(fc.nat(5000), holders, (total, given) => {
        const shares = allocateShares(total, given)
        const room = sum(given.map(({ weight, limit }) => (weight > 0 ? limit : 0)))
        expect(sum(shares)).toBe(Math.min(total, room))
        for (const [at, one] of shares.entries()) {
          expect(Number.isInteger(one) && one >= 0).toBe(true)
          expect(one).toBeLessThanOrEqual(given[at]!.weight > 0 ? given[at]!.limit : 0)
        }
        // Nobody who could take more holds less for its weight than another who was given some, but for the odd one.
        for (const [at, one] of given.entries())
          if (one.weight > 0 && shares[at]! < one.limit)
            for (const [to, other] of given.entries())
              if (shares[to]! > 0)
                expect((one.held + shares[at]! + 1) / one.weight).toBeGreaterThanOrEqual(
                  ((other.held + shares[to]! - 1) / other.weight) * (1 - 1e-9),
                )
      }),
    )
  })
})
