import { describe, expect, it, vi } from 'vitest'
import { CallPacer, partOf } from '@/lib/platform/llm/pace-calls'

const never = new AbortController().signal
const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('the pace of a connection', () => {
  it('lets so many calls through at once, and the next one when one leaves', async () => {
    const pacer = new CallPacer({ concurrency: 2, requestsPerMinute: null })
    const first = await pacer.enter(never)
    await pacer.enter(never)
    let isIn = false
    const third = pacer.enter(never).then(() => {
      isIn = true
    })
    await settle()
    expect(isIn).toBe(false)
    first.leave()
    await third
  })

  it('halves for a 429, once for calls that were under way together, and grows again by one', async () => {
    const pacer = new CallPacer({ concurrency: 16, requestsPerMinute: null })
    const places = await Promise.all(Array.from({ length: 8 }, () => pacer.enter(never)))
    for (const place of places) place.limited(null)
    expect(pacer.limit).toBe(8)
    for (const place of places) place.leave()
    for (let n = 0; n < 8; n++) (await pacer.enter(never)).succeeded()
    expect(pacer.limit).toBe(9)
    for (let n = 0; n < 9; n++) places[0]!.succeeded()
    expect(pacer.limit).toBe(10)
  })

  it('never stops for good, and never goes beyond what a person allowed', async () => {
    const pacer = new CallPacer({ concurrency: 2, requestsPerMinute: null })
    for (let n = 0; n < 5; n++) {
      const place = await pacer.enter(never)
      place.limited(null)
      place.leave()
    }
    expect(pacer.limit).toBe(1)
    const place = await pacer.enter(never)
    for (let n = 0; n < 50; n++) place.succeeded()
    expect(pacer.limit).toBe(2)
    pacer.follow({ concurrency: 1, requestsPerMinute: null })
    expect(pacer.limit).toBe(1)
  })

  it('leaves a service alone for as long as it wants, and keeps to so many requests a minute', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    try {
      const pacer = new CallPacer({ concurrency: 8, requestsPerMinute: 2 })
      const entered: number[] = []
      const enter = async () => {
        const place = await pacer.enter(never)
        entered.push(performance.now())
        return place
      }
      const started = performance.now()
      const first = await enter()
      first.limited(5000)
      const later = Promise.all([enter(), enter()])
      await vi.advanceTimersByTimeAsync(4900)
      expect(entered).toHaveLength(1)
      await vi.advanceTimersByTimeAsync(200)
      expect(entered).toHaveLength(2)
      await vi.advanceTimersByTimeAsync(60_000)
      await later
      expect(entered[2]! - started).toBeGreaterThanOrEqual(60_000)
    } finally {
      vi.useRealTimers()
    }
  })

  it('forgets who no longer waits', async () => {
    const pacer = new CallPacer({ concurrency: 1, requestsPerMinute: null })
    const first = await pacer.enter(never)
    const stop = new AbortController()
    const waiting = pacer.enter(stop.signal)
    stop.abort(new Error('stopped'))
    await expect(waiting).rejects.toThrow('stopped')
    first.leave()
    await expect(pacer.enter(never)).resolves.toBeDefined()
  })
})

describe('workers that share a connection', () => {
  it('have together what one of them would have, and each at least one call', () => {
    const pace = { concurrency: 64, requestsPerMinute: 100 }
    for (const workers of [1, 2, 3, 7, 64]) {
      const parts = Array.from({ length: workers }, (_, place) => partOf(pace, { workers, place }))
      expect(parts.reduce((sum, part) => sum + part.concurrency, 0)).toBe(64)
      expect(parts.reduce((sum, part) => sum + part.requestsPerMinute!, 0)).toBe(100)
    }
    expect(partOf({ concurrency: 2, requestsPerMinute: null }, { workers: 5, place: 4 }).concurrency).toBe(1)
  })

  it('give way to one that comes, take over from one that leaves, and stay slow where the service was', () => {
    const pacer = new CallPacer({ concurrency: 16, requestsPerMinute: null })
    pacer.share({ workers: 2, place: 0 })
    expect(pacer.limit).toBe(8)
    pacer.share({ workers: 1, place: 0 })
    expect(pacer.limit).toBe(16)
    pacer.follow({ concurrency: 20, requestsPerMinute: null })
    expect(pacer.limit).toBe(20)
  })

  it('does not hurry because others leave', async () => {
    const pacer = new CallPacer({ concurrency: 16, requestsPerMinute: null })
    pacer.share({ workers: 2, place: 0 })
    ;(await pacer.enter(never)).limited(null)
    expect(pacer.limit).toBe(4)
    pacer.share({ workers: 1, place: 0 })
    expect(pacer.limit).toBe(4)
  })
})
