import { expect, test } from 'vitest'
import english from '@/components/messages/en/reviews.json'
import chinese from '@/components/messages/zh/reviews.json'
import { evidenceTabsOf, exampleRefOf } from '@/components/reviews/evidence-tab'
import { draftableForms } from '@/lib/artifacts/model'

test('every form whose guidelines are drafted has tabs of its own, at most as many as there are keys, with words for them', () => {
  for (const form of draftableForms) {
    const tabs = evidenceTabsOf(form)
    expect(new Set(tabs).size).toBe(tabs.length)
    expect(tabs.length).toBeLessThanOrEqual(5)
    for (const { evidence } of [english, chinese])
      for (const tab of tabs) expect([evidence.tabs[tab], evidence.nothing[tab]]).not.toContain(undefined)
  }
})

test('a reference becomes an example with both places where a relation is meant, and with its own place elsewhere', () => {
  const ref = { ordinal: 1, start: 0, end: 3, tail: { start: 5, end: 9 } }
  expect(exampleRefOf(ref, 're')).toEqual(ref)
  expect(exampleRefOf(ref, 'ee')).toEqual({ ordinal: 1, start: 0, end: 3 })
})
