import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { listNotifications } from '@/lib/projects/notifications/queries'
import { readNotifications } from '@/lib/projects/notifications/read-notifications'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { assignDrafts } from '@/lib/reviews/plans/assign-drafts'
import { listAssignable } from '@/lib/reviews/plans/list-assignable'
import { undoAssignment } from '@/lib/reviews/plans/undo-assignment'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { approveDraft, type QueuedDraft, queueDrafts } from '@/prisma/factories/reviews'

async function makeQueue(labels: string[]) {
  const lead = await makeProject()
  const [anna, ben] = [await joinProject(lead.project.slug), await joinProject(lead.project.slug)]
  const drafts = await queueDrafts(lead, { contents: labels.map((label) => ({ label })) })
  return { lead, anna, ben, drafts: drafts as [QueuedDraft, QueuedDraft, QueuedDraft, ...QueuedDraft[]] }
}

const labelsFor = async (actor: ProjectActor, count = 20) =>
  (await leaseDrafts(actor, { count })).items.map(
    ({ version, isMine }) => `${(version.content as { label: string }).label}${isMine ? ' mine' : ''}`,
  )
const whose = async ({ id }: QueuedDraft) => {
  const draft = await db.draft.findUniqueOrThrow({ where: { versionId: id }, include: { slots: true } })
  for (const { assignedTo, closedAt } of draft.slots)
    if (!closedAt) expect(assignedTo).toEqual(draft.assignedTo)
  return draft.assignedTo
}
const toldOf = async (actor: ProjectActor) =>
  (await listNotifications(actor, { limit: 9 })).items.map(({ notice }) => notice.kind)

test('what was given to somebody by name comes to them first, and says so; what is for their role does not', async () => {
  const { lead, anna, ben, drafts } = await makeQueue(['a', 'b', 'c'])
  await assignDrafts(lead, { versions: [drafts[2].id], to: [anna.id] })
  await assignDrafts(lead, { versions: [drafts[1].id], to: ['role:annotator'] })
  expect(await labelsFor(anna, 1)).toEqual(['c mine'])
  expect(await labelsFor(anna, 2)).toEqual(['c mine', 'a'])
  expect(await labelsFor(ben)).toEqual(['b'])
})

test('an assignment is taken back to what was before, whatever that was, with the notice that nobody read', async () => {
  const { lead, anna, ben, drafts } = await makeQueue(['a', 'b', 'c'])
  await assignDrafts(lead, { label: 'a', to: [ben.id] })
  const { assignmentId, drafts: count } = await assignDrafts(lead, { to: [anna.id, 'role:lead'] })
  expect(count).toBe(3)
  expect(await toldOf(anna)).toEqual(['assigned'])
  expect(await undoAssignment(lead, { assignment: assignmentId! })).toEqual({ drafts: 3, left: 0 })
  expect(await Promise.all(drafts.map(whose))).toEqual([[ben.id], [], []])
  expect(await toldOf(anna)).toEqual([])
  expect(await toldOf(ben)).toEqual(['assigned'])
  const actions = { action: 'drafts.unassigned', projectId: lead.project.id }
  expect(await db.auditEntry.count({ where: actions })).toBe(1)
  await expect(undoAssignment(lead, { assignment: assignmentId! })).rejects.toMatchObject({
    details: { reason: 'assignment-undone' },
  })
})

test('what was decided or assigned anew since stays, and a notice that was read', async () => {
  const { lead, anna, ben, drafts } = await makeQueue(['a', 'b', 'c'])
  const { assignmentId } = await assignDrafts(lead, { to: [anna.id] })
  await approveDraft(anna, drafts[0])
  await assignDrafts(lead, { label: 'b', to: [ben.id] })
  const { items } = await listNotifications(anna, { limit: 9 })
  await readNotifications(anna, { ids: items.map(({ id }) => id) })
  expect(await undoAssignment(lead, { assignment: assignmentId! })).toEqual({ drafts: 1, left: 2 })
  expect(await Promise.all(drafts.map(whose))).toEqual([[anna.id], [ben.id], []])
  expect(await toldOf(anna)).toEqual(['assigned'])
})

test('assigning as it is already changes nothing, tells nobody and leaves nothing to take back', async () => {
  const { lead, anna } = await makeQueue(['a', 'b'])
  await assignDrafts(lead, { to: [anna.id] })
  expect(await assignDrafts(lead, { to: [anna.id, anna.id] })).toEqual({ drafts: 0, assignmentId: null })
  expect(await toldOf(anna)).toHaveLength(1)
  expect(await assignDrafts(lead, { label: 'a', to: [] })).toMatchObject({ drafts: 1 })
  expect(await toldOf(anna)).toHaveLength(1)
})

test('leads list what waits, whose it is and who decides it, by kind, label and person, a page at a time', async () => {
  const { lead, anna, ben, drafts } = await makeQueue(['a', 'b'])
  drafts.push(...((await queueDrafts(lead, { contents: [{ label: 'b' }] })) as [QueuedDraft]))
  await assignDrafts(lead, { versions: [drafts[1].id], to: [anna.id] })
  await leaseDrafts(anna, { count: 1 })
  const first = await listAssignable(lead, { limit: 2 })
  expect(first).toMatchObject({
    drafts: 3,
    held: 1,
    labels: [
      { label: 'b', count: 2 },
      { label: 'a', count: 1 },
    ],
  })
  expect(first.items).toMatchObject([
    { versionId: drafts[0].id, assignedTo: [], holder: null, title: { en: 'a', zh: 'a' } },
    { versionId: drafts[1].id, assignedTo: [anna.id], holder: anna.name },
  ])
  const rest = await listAssignable(lead, { limit: 2, cursor: first.nextCursor! })
  expect(rest.items.map(({ versionId }) => versionId)).toEqual([drafts[2].id])
  expect(rest.nextCursor).toBeNull()
  const idsOf = async (filter: object) =>
    (await listAssignable(lead, filter)).items.map(({ versionId }) => versionId)
  expect(await idsOf({ assigned: anna.id })).toEqual([drafts[1].id])
  expect(await idsOf({ assigned: 'nobody', label: 'b' })).toEqual([drafts[2].id])
  expect(await idsOf({ assigned: ben.id })).toEqual([])
  expect(await idsOf({ kind: 'rule' })).toEqual([])
})

test('only leads list, assign and take back, and only what is of their project', async () => {
  const { lead, anna } = await makeQueue(['a'])
  const { assignmentId } = await assignDrafts(lead, { to: [anna.id] })
  const refused = [() => listAssignable(anna, {}), () => undoAssignment(anna, { assignment: assignmentId! })]
  for (const attempt of refused)
    await expect(attempt()).rejects.toMatchObject({ details: { reason: 'role-needed' } })
  const stranger = await makeProject()
  const attempts = [
    () => undoAssignment(stranger, { assignment: assignmentId! }),
    () => undoAssignment(lead, { assignment: randomUUID() }),
  ]
  for (const attempt of attempts)
    await expect(attempt()).rejects.toMatchObject({ details: { reason: 'assignment-unknown' } })
})
