import { describe, expect, it } from 'vitest'
import { makeDraw } from '@/lib/synthesis/make-draw'

const draw = (instance: number, copy = 0) => makeDraw({ seed: 42, instanceId: `instance-${instance}`, copy })

describe('the draw of a decision', () => {
  it('depends on its name, seed, instance and copy, and on nothing drawn before', () => {
    const fresh = draw(1).of('carrier').fraction()
    const used = draw(1)
    used.of('language').fraction()
    used.fraction()
    expect(used.of('carrier').fraction()).toBe(fresh)
    const others = [draw(1).of('language'), draw(2).of('carrier'), draw(1, 1).of('carrier')]
    for (const other of others) expect(other.fraction()).not.toBe(fresh)
  })

  it('is independent of that of every other decision', () => {
    const both = { a: 0, b: 0, ab: 0 }
    const COUNT = 20_000
    for (let at = 0; at < COUNT; at++) {
      const [a, b] = ['guideline', 'rule'].map((name) => draw(at).of(name).fraction() < 0.5)
      both.a += Number(a)
      both.b += Number(b)
      both.ab += Number(a && b)
    }
    for (const [found, share] of [
      [both.a, 0.5],
      [both.b, 0.5],
      [both.ab, 0.25],
    ] as const)
      expect(Math.abs(found / COUNT - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / COUNT))
  })

  it('takes a list by weights: the heavier sooner, nothing without weight, everything else once', () => {
    const first = { a: 0, b: 0 }
    for (let at = 0; at < 4000; at++) {
      const order = draw(at).byWeight(['a', 'b', 'c'] as const, (one) => ({ a: 3, b: 1, c: 0 })[one])
      expect(order.toSorted()).toEqual(['a', 'b'])
      first[order[0] as 'a' | 'b']++
    }
    expect(first.a / 4000).toBeCloseTo(0.75, 1)
    expect(draw(1).byWeight([], () => 1)).toEqual([])
  })
})
