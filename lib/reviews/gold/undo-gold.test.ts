import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { decideDraft } from '@/lib/reviews/decide-draft'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import type { DeskItem } from '@/lib/reviews/schema'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { makeGold } from '@/prisma/factories/gold'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { planReviews, queueDrafts } from '@/prisma/factories/reviews'

const steps = fc.array(fc.constantFrom('approve', 'approve', 'reject', 'skip', 'undo', 'undo'), {
  maxLength: 10,
})

test('whatever somebody does and takes back, the last deed that stands is the one that goes, a gold question or not', async () => {
  const lead = await makeProject()
  const golds = await makeGold(lead, { verdicts: ['approve', 'reject', 'edit', 'approve'] })
  await planReviews(lead, { goldEvery: 2 })
  const ids = golds.map(({ versionId }) => versionId)
  const settled = () => db.draft.findMany({ where: { versionId: { in: ids } }, orderBy: { position: 'asc' } })
  const before = await settled()
  const met = { golds: 0, undone: 0 }
  await fc.assert(
    fc.asyncProperty(steps, async (deeds) => {
      await queueDrafts(lead, { count: 6 })
      const actor = await joinProject(lead.project.slug)
      const done: string[] = []
      for (const deed of deeds) {
        const requestKey = `key-${randomUUID()}`
        if (deed === 'undo') {
          const last = done.pop()
          if (!last)
            await expect(undoDecision(actor, { requestKey })).rejects.toMatchObject({
              details: { reason: 'nothing-to-undo' },
            })
          else {
            expect((await undoDecision(actor, { requestKey })).undone.versionId).toBe(last)
            if (ids.includes(last)) met.undone++
          }
          continue
        }
        const { items } = await leaseDrafts(actor, { count: 3 })
        const isGold = ({ version }: DeskItem) => ids.includes(version.id)
        const { id: versionId, contentHash } = (items.find(isGold) ?? items[0]!).version
        const body = { versionId, contentHash, comment: '', elapsedMs: 9000, requestKey }
        if (deed === 'reject') await decideDraft(actor, { ...body, verdict: deed, reasonCode: 'too-vague' })
        else await decideDraft(actor, { ...body, verdict: deed as 'approve' | 'skip' })
        done.push(versionId)
        if (ids.includes(versionId)) met.golds++
      }
      const mine = { reviewerId: actor.id, verdict: { not: 'undo' }, undoneBy: null }
      const standing = [await db.decision.count({ where: mine }), await db.goldAnswer.count({ where: mine })]
      const [onGolds, onDrafts] = [true, false].map(
        (ofGold) => done.filter((id) => ids.includes(id) === ofGold).length,
      )
      expect(standing).toEqual([onDrafts, onGolds])
      expect(await db.decision.count({ where: { versionId: { in: ids }, reviewerId: actor.id } })).toBe(0)
    }),
    { numRuns: 12, seed: 20261121 },
  )
  expect(await settled()).toEqual(before)
  expect(met.golds).toBeGreaterThan(5)
  expect(met.undone).toBeGreaterThan(0)
})
