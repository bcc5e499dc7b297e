import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { cutRelease } from '@/lib/library/releases/cut-release'
import { listReleases, readRelease, releaseGuidelines } from '@/lib/library/releases/queries'
import { db } from '@/lib/platform/db'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { approveDraft, editDraft, propose, queueDrafts, rejectDraft } from '@/prisma/factories/reviews'

const undo = (decisionId?: string) => ({ decisionId, requestKey: `undo-${randomUUID()}` })

test('holds the newest approved text of each artifact, and nothing else', async () => {
  const actor = await makeProject()
  const [edited, redrafted, rejected, undone] = await queueDrafts(actor, { count: 5 })
  const edit = await editDraft(actor, edited!, { ...edited!.content, definition: 'Edited.' })
  await approveDraft(actor, redrafted!)
  await propose(actor, {
    corpusId: redrafted!.corpusId,
    content: { ...redrafted!.content, definition: 'Unread.' },
  })
  await rejectDraft(actor, rejected!)
  await approveDraft(actor, undone!)
  await undoDecision(actor, undo())
  const release = await cutRelease(actor, { note: 'The first.' })
  expect(release).toMatchObject({
    number: 1,
    itemCount: 2,
    note: 'The first.',
    createdBy: actor.name,
    runs: 0,
  })
  const { items } = await readRelease(actor, { number: 1 })
  expect(items.map(({ key, versionId }) => [key, versionId])).toEqual([
    ['label-1', edit.resultVersionId],
    ['label-2', redrafted!.id],
  ])
  const guidelines = await releaseGuidelines(release.id)
  expect(guidelines.map(({ label, content }) => [label, content.definition])).toEqual([
    ['label-1', 'Edited.'],
    ['label-2', redrafted!.content.definition],
  ])
  expect(guidelines[0]!.decidedBy).toMatch(/^reviewer-[0-9a-f]{8}$/)
  expect(await db.auditEntry.count({ where: { subjectId: release.id, action: 'release.cut' } })).toBe(1)
})

test('refuses when nothing is approved and when nothing changed since the last', async () => {
  const actor = await makeProject()
  const [first, second] = await queueDrafts(actor, { count: 2 })
  await expect(cutRelease(actor, {})).rejects.toMatchObject({ details: { reason: 'nothing-approved' } })
  await approveDraft(actor, first!)
  await cutRelease(actor, {})
  await expect(cutRelease(actor, {})).rejects.toMatchObject({
    details: { reason: 'nothing-changed', params: { release: 1 } },
  })
  await approveDraft(actor, second!)
  expect(await cutRelease(actor, {})).toMatchObject({ number: 2, itemCount: 2 })
})

test('needs a lead', async () => {
  const lead = await makeProject()
  const annotator = await joinProject(lead.project.slug)
  await expect(cutRelease(annotator, {})).rejects.toMatchObject({ code: 'forbidden' })
})

test('says what the next release would change', async () => {
  const actor = await makeProject()
  const [kept, changed, added] = await queueDrafts(actor, { count: 4 })
  expect((await listReleases(actor)).next).toEqual({
    approved: 0,
    added: 0,
    changed: 0,
    removed: 0,
    waiting: 4,
  })
  await approveDraft(actor, kept!)
  await approveDraft(actor, changed!)
  await cutRelease(actor, {})
  const content = { ...changed!.content, definition: 'Changed.' }
  await approveDraft(actor, await propose(actor, { corpusId: changed!.corpusId, content }))
  await approveDraft(actor, added!)
  const { items, next } = await listReleases(actor)
  expect(items.map(({ number }) => number)).toEqual([1])
  expect(next).toEqual({ approved: 3, added: 1, changed: 1, removed: 0, waiting: 1 })
})

test('an approval that a release holds cannot be taken back', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  await editDraft(actor, draft!, { ...draft!.content, definition: 'Edited.' })
  await cutRelease(actor, {})
  await expect(undoDecision(actor, undo())).rejects.toMatchObject({
    details: { reason: 'in-release', params: { release: 1 } },
  })
})

test('releases cut at the same moment get one number each or are refused for want of news', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  await approveDraft(actor, draft!)
  const cuts = await Promise.allSettled(Array.from({ length: 5 }, () => cutRelease(actor, {})))
  expect(cuts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await listReleases(actor)).items.map(({ number }) => number)).toEqual([1])
})

test('while people decide and take back, a release freezes one moment: every approval in it stood and stays', async () => {
  const lead = await makeProject()
  const drafts = await queueDrafts(lead, { count: 40 })
  const reviewers = await Promise.all(Array.from({ length: 4 }, () => joinProject(lead.project.slug)))
  const deciding = reviewers.map(async (reviewer, r) => {
    for (const [i, draft] of drafts.filter((_draft, d) => d % reviewers.length === r).entries()) {
      await approveDraft(reviewer, draft)
      if (i % 3 === 0) await undoDecision(reviewer, undo()).catch(() => undefined)
    }
  })
  const frozen: { id: string; before: unknown }[] = []
  let busy = true
  const cutting = (async () => {
    while (busy) {
      const release = await cutRelease(lead, {}).catch(() => null)
      if (release) frozen.push({ id: release.id, before: await releaseGuidelines(release.id) })
      else await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })()
  await Promise.all(deciding)
  busy = false
  await cutting
  expect(frozen.length).toBeGreaterThan(1)
  for (const { id, before } of frozen) expect(await releaseGuidelines(id)).toEqual(before)
  const broken = await db.releaseItem.count({ where: { decision: { undoneBy: { isNot: null } } } })
  expect(broken).toBe(0)
})
