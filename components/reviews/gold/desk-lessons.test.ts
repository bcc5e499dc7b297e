import { expect, test } from 'vitest'
import { hasteAfter, latestWarmUps, unhurried, warmUpsAfter } from '@/components/reviews/gold/desk-lessons'
import type { Feedback, WarmUpView } from '@/lib/reviews/gold/schema'

const warmUp = (some: Partial<WarmUpView> = {}): WarmUpView => ({
  ...{ kind: 'guideline', state: 'warming', asked: 5, bar: 4, answered: 0, right: 0, missing: 0 },
  ...some,
})

test('a haste is said once, for three decisions, and then not for eight', () => {
  let haste = unhurried
  const shown = Array.from({ length: 14 }, () => {
    haste = hasteAfter(haste, true)
    return haste.shown > 0
  })
  const [yes, no] = [true, false]
  expect(shown).toEqual([yes, yes, yes, no, no, no, no, no, no, yes, yes, yes, no, no])
  expect(hasteAfter(unhurried, false).shown).toBe(0)
})

test('a lease that left before an answer does not take the answer back; a repeated warm-up begins anew', () => {
  const known = [warmUp({ answered: 2, right: 1 })]
  expect(latestWarmUps(known, [warmUp({ answered: 1, right: 1 })])).toEqual(known)
  expect(latestWarmUps([warmUp({ state: 'failed', answered: 5 })], [warmUp()])).toEqual([warmUp()])
  expect(latestWarmUps(known, [])).toEqual([])
})

test('who is through has no warm-up any more; who failed sees that', () => {
  const told = (some: Partial<WarmUpView>) => ({ warmUp: warmUp(some) }) as Feedback
  expect(warmUpsAfter([warmUp()], told({ state: 'passed' }))).toEqual([])
  expect(warmUpsAfter([warmUp()], told({ state: 'failed' }))).toMatchObject([{ state: 'failed' }])
  expect(warmUpsAfter([], told({ answered: 1 }))).toMatchObject([{ answered: 1 }])
})
