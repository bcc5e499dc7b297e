import { describe, expect, it } from 'vitest'
import { bucketOf, bucketsOf, endOf, secondsEach, shareOf, timeLeft, type Work } from '@/lib/evaluation/model'

const work = (given: Partial<Work> = {}): Work => ({
  ...{ made: 0, timed: 0, ms: 0, recent: { made: 0, timed: 0, ms: 0 } },
  ...given,
})

describe('stretches of time', () => {
  it.each([
    ['2026-01-01', '2026-03-03', 'day'],
    ['2026-01-01', '2026-03-04', 'week'],
    ['2026-01-01', '2028-06-01', 'month'],
  ] as const)('from %s to %s are cut by %s', (from, to, bucket) => {
    expect(bucketOf({ from, to })).toBe(bucket)
  })

  it('begin weeks on Monday and months on their first', () => {
    expect(bucketsOf({ from: '2026-11-18', to: '2026-12-01', bucket: 'week' })).toEqual([
      ...['2026-11-16', '2026-11-23', '2026-11-30'],
    ])
    expect(bucketsOf({ from: '2025-12-31', to: '2026-02-01', bucket: 'month' })).toEqual([
      ...['2025-12-01', '2026-01-01', '2026-02-01'],
    ])
    expect(bucketsOf({ from: '2026-02-27', to: '2026-03-01', bucket: 'day' })).toHaveLength(3)
  })

  it('end before the next begins', () => {
    expect(endOf('2028-02-01', 'month')).toBe('2028-02-29')
    expect(endOf('2026-11-16', 'week')).toBe('2026-11-22')
    expect(endOf('2026-11-16', 'day')).toBe('2026-11-16')
  })
})

describe('what is left', () => {
  it('is counted at the speed and pace of late', () => {
    const late = work({ made: 500, timed: 500, ms: 5_000_000, recent: { made: 28, timed: 20, ms: 400_000 } })
    expect(secondsEach(late)).toBe(20)
    expect(timeLeft(late, 360)).toEqual({ hoursLeft: 2, daysLeft: 180 })
  })

  it('is counted at the speed of before where nobody decided of late, and has no last day then', () => {
    expect(timeLeft(work({ made: 9, timed: 9, ms: 90_000 }), 360)).toEqual({ hoursLeft: 1, daysLeft: null })
  })

  it('is nothing where nothing waits, and unknown where nobody ever decided', () => {
    expect(timeLeft(work(), 0)).toEqual({ hoursLeft: 0, daysLeft: 0 })
    expect(timeLeft(work(), 1)).toEqual({ hoursLeft: null, daysLeft: null })
  })

  it('falls to each by what they did of late', () => {
    const all = work({ recent: { made: 40, timed: 0, ms: 0 } })
    expect(shareOf(100, { own: work({ recent: { made: 10, timed: 0, ms: 0 } }), all })).toBe(25)
    expect(shareOf(100, { own: work(), all: work() })).toBe(0)
  })
})
