import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { readDashboard } from '@/lib/evaluation/queries'
import { decideDraft } from '@/lib/reviews/decide-draft'
import { decideLot } from '@/lib/reviews/lots/decide-lot'
import { isTooFast, readingMs } from '@/lib/reviews/reading/model'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { makeProject } from '@/prisma/factories/people'
import { queueDrafts } from '@/prisma/factories/reviews'

test('reading takes as long as the text, in the language that takes longer, and never less than two seconds', () => {
  expect(readingMs({ definition: 'Short.' })).toBe(2000)
  expect(readingMs({ definition: 'a'.repeat(320) })).toBe(10_000)
  expect(readingMs({ definition: '船'.repeat(100) })).toBe(10_000)
  expect(readingMs({ statement: { en: 'a'.repeat(160), zh: '船'.repeat(100) } })).toBe(10_000)
  expect(readingMs({ label: 'x'.repeat(900), gold: ['x'.repeat(900)], ruleVersionId: randomUUID() })).toBe(
    2000,
  )
  expect(readingMs({ input: 'a'.repeat(1_000_000) })).toBe(60_000)
  expect([0, 1999, 2000].map((ms) => isTooFast(ms, { definition: 'Short.' }))).toEqual([false, true, false])
})

test('decisions faster than reading are counted as they are made, and are taken off with what is taken back', async () => {
  const lead = await makeProject()
  const definition = 'A named ship or boat, whatever it is built of. '.repeat(10)
  const drafts = await queueDrafts(lead, {
    contents: ['a', 'b', 'c', 'd', 'e'].map((label) => ({ label, definition })),
  })
  const times = [3000, 60_000, 0, 2000]
  for (const [at, elapsedMs] of times.entries()) {
    const { id: versionId, contentHash } = drafts[at]!
    const deed = { versionId, contentHash, comment: '', elapsedMs, requestKey: `key-${randomUUID()}` }
    if (at === 3) await decideDraft(lead, { ...deed, verdict: 'skip' })
    else await decideDraft(lead, { ...deed, verdict: 'approve' })
  }
  const { id: versionId, contentHash } = drafts[4]!
  await decideLot(lead, {
    ...{ verdict: 'approve', comment: '', elapsedMs: 500, requestKey: `lot-${randomUUID()}` },
    items: [{ versionId, contentHash }],
  })
  const figures = async () => (await readDashboard(lead, {})).people[0]
  expect(await figures()).toMatchObject({ made: 4, timed: 3, fast: 1 })
  for (let i = 0; i < 5; i++) await undoDecision(lead, { requestKey: `undo-${randomUUID()}` })
  expect(await figures()).toBeUndefined()
})
