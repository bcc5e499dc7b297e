import { describe, expect, it } from 'vitest'
import { boundErrors } from '@/lib/artifacts/kinds/rule/evidence'

describe('what a sample proves', () => {
  it.each([
    // Nothing wrong: 1 - 0.05^(1/n), in closed form.
    [0, 1, 0.95],
    [0, 10, 0.2589],
    [0, 20, 0.1391],
    [0, 59, 0.0495],
    [0, 300, 0.0099],
    // The 95 % quantile of Beta(k + 1, n - k), as published tables and R's qbeta have it.
    [1, 20, 0.2161],
    [2, 20, 0.2826],
    [5, 20, 0.4556],
    [1, 100, 0.0466],
    [5, 500, 0.0209],
    [19, 20, 0.9974],
  ])('%i wrong of %i: at most %f at 95 %', (wrong, sample, most) => {
    expect(boundErrors({ wrong, sample })).toBeCloseTo(most, 4)
  })

  it('is the closed form where nothing is wrong, whatever the size and confidence', () => {
    for (const sample of [1, 7, 20, 500, 100_000])
      for (const confidence of [0.8, 0.95, 0.99])
        expect(boundErrors({ wrong: 0, sample, confidence })).toBeCloseTo(
          1 - (1 - confidence) ** (1 / sample),
          9,
        )
  })

  it('proves nothing where all is wrong, or nothing was looked at', () => {
    expect(boundErrors({ wrong: 20, sample: 20 })).toBe(1)
    expect(boundErrors({ wrong: 0, sample: 0 })).toBe(1)
  })

  it('grows with what is wrong, and shrinks with what was looked at', () => {
    const bounds = Array.from({ length: 20 }, (_, wrong) => boundErrors({ wrong, sample: 20 }))
    expect(bounds).toEqual(bounds.toSorted((a, b) => a - b))
    expect(boundErrors({ wrong: 1, sample: 40 })).toBeLessThan(boundErrors({ wrong: 1, sample: 20 }))
    expect(boundErrors({ wrong: 3000, sample: 100_000 })).toBeCloseTo(0.0309, 4)
  })
})
