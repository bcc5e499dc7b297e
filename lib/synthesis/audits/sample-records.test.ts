import { describe, expect, it } from 'vitest'
import { choosePositions } from '@/lib/synthesis/audits/sample-records'

describe('a random sample of positions', () => {
  it('has as many different ones as asked for, all inside, the same for the same seed', () => {
    for (const [n, of] of [
      [1, 1],
      [5, 5],
      [50, 51],
      [50, 2_810_000],
    ] as const) {
      const chosen = choosePositions({ n, of, seed: 7 })
      expect(chosen.size).toBe(n)
      expect(Math.min(...chosen)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...chosen)).toBeLessThan(of)
      expect(choosePositions({ n, of, seed: 7 })).toEqual(chosen)
    }
    expect(choosePositions({ n: 50, of: 2_810_000, seed: 8 })).not.toEqual(
      choosePositions({ n: 50, of: 2_810_000, seed: 7 }),
    )
  })

  it('favours no place of the file', () => {
    const counts = Array.from({ length: 20 }, () => 0)
    const draws = 4000
    for (let seed = 0; seed < draws; seed++)
      for (const position of choosePositions({ n: 5, of: 20, seed })) counts[position]!++
    // Each place is expected 1,000 times with a standard deviation of 27.
    for (const count of counts) expect(Math.abs(count - (draws * 5) / 20)).toBeLessThan(140)
  })
})
