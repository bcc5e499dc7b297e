import { afterEach, expect, it, vi } from 'vitest'
import { forgetMarks, markApplication, marksOf, sampleOf } from '@/components/reviews/application-marks'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

const v = { person: 'ana', versionId: 'v' }

it('counts what was found in the random sample, and nothing else', () => {
  const sample = () => sampleOf(marksOf(v))
  expect(sample()).toBeUndefined()
  markApplication(v, 1, { right: true, drawn: true })
  markApplication(v, 2, { right: false, reason: 'Part of the name', drawn: true })
  markApplication(v, 3, { right: false, reason: 'Rare', drawn: false })
  expect(sample()).toEqual({ right: 1, wrong: 1 })
  markApplication(v, 2, null)
  expect(sample()).toEqual({ right: 1, wrong: 0 })
  expect([...marksOf(v).keys()]).toEqual([1, 3])
  expect(sampleOf(marksOf({ person: 'ana', versionId: 'w' }))).toBeUndefined()
})

it('has every mark and reason again after a reload, for this reviewer alone, until it is decided', async () => {
  vi.stubGlobal('localStorage', storageOf(new Map()))
  const reloaded = async () => {
    vi.resetModules()
    return await import('@/components/reviews/application-marks')
  }
  const first = await reloaded()
  first.markApplication(v, 7, { right: false, reason: 'Part of', drawn: true })
  first.markApplication(v, 7, { right: false, reason: 'Part of the name', drawn: true })
  first.markApplication(v, 4, { right: true, drawn: true })
  const second = await reloaded()
  expect([...second.marksOf(v)]).toEqual([
    [7, { right: false, reason: 'Part of the name', drawn: true }],
    [4, { right: true, drawn: true }],
  ])
  expect(second.marksOf({ ...v, person: 'bo' }).size).toBe(0)
  second.forgetMarks(v)
  expect(second.marksOf(v).size).toBe(2)
  expect((await reloaded()).marksOf(v).size).toBe(0)
})

it('goes on without a place to keep them', () => {
  forgetMarks(v)
  markApplication({ ...v, versionId: 'x' }, 1, { right: true, drawn: false })
  expect(marksOf({ ...v, versionId: 'x' }).size).toBe(1)
})

function storageOf(kept: Map<string, string>) {
  return {
    get length() {
      return kept.size
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}
