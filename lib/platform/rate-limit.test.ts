import { describe, expect, it } from 'vitest'
import { countAttempt, forgetAttempts } from '@/lib/platform/rate-limit'

const limit = { attempts: 3, seconds: 60 }
const tooMany = (seconds: number) =>
  expect.objectContaining({
    code: 'rate_limited',
    details: { reason: 'too-many-attempts', params: { seconds } },
  })

function attempt(key: string, now: number): unknown {
  try {
    countAttempt([key], limit, now)
    return 'counted'
  } catch (error) {
    return error
  }
}

describe('counting attempts', () => {
  it('lets so many through in a window, says how long the rest is, and begins anew after it', () => {
    for (const now of [0, 1000, 2000]) expect(attempt('a', now)).toBe('counted')
    expect(attempt('a', 20_000)).toEqual(tooMany(40))
    expect(attempt('b', 20_000)).toBe('counted')
    expect(attempt('a', 59_999)).toEqual(tooMany(1))
    expect(attempt('a', 60_000)).toBe('counted')
  })

  it('forgets a key when told', () => {
    for (let n = 0; n < 3; n++) attempt('c', 0)
    forgetAttempts('c')
    expect(attempt('c', 1)).toBe('counted')
  })

  it('keeps a bounded number of keys, whoever invents them', () => {
    const before = process.memoryUsage().heapUsed
    for (let n = 0; n < 200_000; n++) countAttempt([`invented:${n}`], limit, n)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(60e6)
    expect(attempt('a', 200_000)).toBe('counted')
  })
})
