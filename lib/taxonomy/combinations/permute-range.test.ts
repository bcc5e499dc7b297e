import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { permuteRange } from './permute-range'

const all = (size: number, name: string) => {
  const order = permuteRange(size, name)
  return Array.from({ length: size }, (_, at) => order.at(at))
}

describe('an order of numbers', () => {
  it('has each of them once, wherever one begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.string(), (size, name) => {
        expect(all(size, name).toSorted((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, at) => at))
      }),
    )
  })

  it('knows where a number stands, however many there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        fc.nat(),
        fc.string(),
        (size, at, name) => {
          const order = permuteRange(size, name)
          const number = order.at(at % size)
          expect(number).toBeLessThan(size)
          expect(order.positionOf(number)).toBe(at % size)
        },
      ),
    )
  })

  it('is the same for the same name, and stays so', () => {
    expect(all(1000, 'a')).toEqual(all(1000, 'a'))
    expect(all(12, 'a')).toEqual([4, 11, 0, 6, 1, 10, 2, 9, 3, 8, 5, 7])
    expect(permuteRange(Number.MAX_SAFE_INTEGER, 'a').at(1)).toBe(2423788702421407)
  })

  it('puts any number anywhere, about equally often, and neighbours apart', () => {
    const [size, names] = [7, 7000]
    const first = Array.from({ length: size }, () => 0)
    const pairs = new Map<string, number>()
    for (let name = 0; name < names; name++) {
      const [one, two] = all(size, `${name}`)
      first[one!]! += 1
      pairs.set(`${one} ${two}`, (pairs.get(`${one} ${two}`) ?? 0) + 1)
    }
    const spread = (counts: number[], expected: number) =>
      counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // The 99.99th percentiles of chi-square with 6 and with 41 degrees of freedom.
    expect(spread(first, names / size)).toBeLessThan(27.9)
    expect(pairs.size).toBe(size * (size - 1))
    expect(spread([...pairs.values()], names / (size * (size - 1)))).toBeLessThan(85)
    const steps = all(10_000, 'steps').map((number, at, list) => number - (list[at - 1] ?? 0))
    expect(new Set(steps).size).toBeGreaterThan(6000)
  })

  it('refuses places that there are not', () => {
    expect(() => permuteRange(3, '').at(3)).toThrow(RangeError)
    expect(() => permuteRange(3, '').positionOf(-1)).toThrow(RangeError)
    expect(() => permuteRange(2 ** 53, '')).toThrow(RangeError)
  })
})
