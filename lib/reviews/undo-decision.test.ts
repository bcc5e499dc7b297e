import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { readQueue } from '@/lib/reviews/read-queue'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { joinProject, makeProject } from '@/prisma/factories/people'
import {
  approveDraft,
  editDraft,
  lapseLeases,
  propose,
  queueDrafts,
  rejectDraft,
  skipDraft,
} from '@/prisma/factories/reviews'

const undo = (decisionId?: string) => ({ decisionId, requestKey: `undo-${randomUUID()}` })
const stateOf = async (versionId: string) =>
  (await db.draft.findUniqueOrThrow({ where: { versionId } })).state

test.each([
  ['approval', approveDraft],
  ['rejection', rejectDraft],
  ['skip', skipDraft],
])('taking back an %s adds a row and gives the draft back to the caller', async (_name, decide) => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  const made = await decide(actor, draft!)
  const { decision, undone, item, counts } = await undoDecision(actor, undo())
  expect(decision).toMatchObject({ verdict: 'undo', versionId: draft!.id })
  expect(undone).toMatchObject({ id: made.id, undone: true })
  expect(item.version).toMatchObject({ id: draft!.id, state: 'waiting' })
  expect(Date.parse(item.leasedUntil)).toBeGreaterThan(Date.now())
  expect(counts).toEqual({ waiting: 1, heldByOthers: 0, decidedByMe: 0, skippedByMe: 0, others: [] })
  const other = await joinProject(actor.project.slug)
  expect((await leaseDrafts(other, {})).items).toEqual([])
  expect(await db.decision.count({ where: { versionId: draft!.id } })).toBe(2)
})

test('taking back an edit takes back its approval too; both texts stay', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  const edit = await editDraft(actor, draft!, { ...draft!.content, definition: 'Mine.' })
  const { item, undone } = await undoDecision(actor, undo())
  expect(undone.id).toBe(edit.id)
  expect(item.version).toMatchObject({ id: draft!.id, state: 'waiting' })
  expect(item.history).toMatchObject([{ id: edit.resultVersionId, state: 'superseded', number: 2 }])
  expect(item.decisions.filter(({ verdict }) => verdict !== 'undo').map(({ undone }) => undone)).toEqual([
    true,
    true,
  ])
  const again = await editDraft(actor, draft!, { ...draft!.content, definition: 'Mine, once more.' })
  expect(again).toMatchObject({ verdict: 'edit' })
  expect(await db.version.count({ where: { artifactId: draft!.artifactId } })).toBe(3)
})

test('the approval of an edit names the whole edit', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  const edit = await editDraft(actor, draft!, { ...draft!.content, definition: 'Mine.' })
  const approval = await db.decision.findFirstOrThrow({ where: { versionId: edit.resultVersionId! } })
  expect((await undoDecision(actor, undo(approval.id))).undone.id).toBe(edit.id)
})

test('the approval before the undone one counts again', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  await approveDraft(actor, draft!)
  const again = await propose(actor, {
    corpusId: draft!.corpusId,
    content: { ...draft!.content, definition: 'Drafted once more.' },
  })
  await approveDraft(actor, again)
  await undoDecision(actor, undo())
  expect([await stateOf(draft!.id), await stateOf(again.id)]).toEqual(['approved', 'waiting'])
})

test('ten decisions can be taken back, one after the other, and not the eleventh', async () => {
  const actor = await makeProject()
  const drafts = await queueDrafts(actor, { count: 12 })
  for (const draft of drafts) await approveDraft(actor, draft)
  const undone: string[] = []
  for (let i = 0; i < 10; i++) undone.push((await undoDecision(actor, undo())).undone.versionId)
  expect(undone).toEqual(
    drafts
      .map(({ id }) => id)
      .reverse()
      .slice(0, 10),
  )
  await expect(undoDecision(actor, undo())).rejects.toMatchObject({ details: { reason: 'too-old' } })
  expect(await readQueue(actor)).toMatchObject({ waiting: 10, decidedByMe: 2 })
})

test('the same request key takes back once, also all at once; different keys take back one each', async () => {
  const actor = await makeProject()
  for (const draft of await queueDrafts(actor, { count: 4 })) await approveDraft(actor, draft)
  const same = await Promise.all(
    Array.from({ length: 6 }, () => undoDecision(actor, { requestKey: 'one-key-only' })),
  )
  expect(new Set(same.map(({ decision }) => decision.id)).size).toBe(1)
  const each = await Promise.all([undoDecision(actor, undo()), undoDecision(actor, undo())])
  expect(new Set(each.map(({ undone }) => undone.id)).size).toBe(2)
  expect(await readQueue(actor)).toMatchObject({ waiting: 3, decidedByMe: 1 })
})

test("refuses others' decisions, what is undone, what a later decision or draft stands on", async () => {
  const anna = await makeProject()
  const ben = await joinProject(anna.project.slug)
  const [draft] = await queueDrafts(anna)
  const approval = await approveDraft(anna, draft!)
  await expect(undoDecision(ben, undo(approval.id))).rejects.toMatchObject({
    code: 'forbidden',
    details: { reason: 'not-your-decision' },
  })
  const content = { ...draft!.content, definition: 'Drafted once more.' }
  const again = await propose(anna, { corpusId: draft!.corpusId, content })
  await expect(undoDecision(anna, undo())).rejects.toMatchObject({ details: { reason: 'newer-draft' } })
  const later = await approveDraft(ben, again)
  await expect(undoDecision(anna, undo())).rejects.toMatchObject({
    details: { reason: 'later-decision', params: { by: ben.name } },
  })
  const taken = await undoDecision(ben, undo(later.id))
  await expect(undoDecision(ben, undo(later.id))).rejects.toMatchObject({
    details: { reason: 'already-undone' },
  })
  await expect(undoDecision(ben, undo(taken.decision.id))).rejects.toMatchObject({
    details: { reason: 'undo-stays' },
  })
  await expect(undoDecision(ben, undo())).rejects.toMatchObject({ details: { reason: 'nothing-to-undo' } })
})

test('a skip cannot be taken back from who holds the draft now', async () => {
  const anna = await makeProject()
  const ben = await joinProject(anna.project.slug)
  const [draft] = await queueDrafts(anna)
  await skipDraft(anna, draft!)
  await leaseDrafts(ben, {})
  await expect(undoDecision(anna, undo())).rejects.toMatchObject({
    details: { reason: 'lease-lost', params: { by: ben.name } },
  })
  await lapseLeases(ben)
  expect((await undoDecision(anna, undo())).item.version.id).toBe(draft!.id)
})
