import { expect, test } from 'vitest'
import { listNotifications } from '@/lib/projects/notifications/queries'
import { readNotifications } from '@/lib/projects/notifications/read-notifications'
import { setPlan } from '@/lib/reviews/plans/set-plan'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { approveDraft, type QueuedDraft, queueDrafts, rejectDraft } from '@/prisma/factories/reviews'

async function makeTeam(overlap = 2) {
  const lead = await makeProject()
  const other = await joinProject(lead.project.slug, { role: 'lead' })
  const anna = await joinProject(lead.project.slug)
  const ben = await joinProject(lead.project.slug)
  await setPlan(lead, { kind: 'guideline', overlap })
  const drafts = (await queueDrafts(lead, { count: 4 })) as [QueuedDraft, ...QueuedDraft[]]
  const dispute = async (draft: QueuedDraft) => {
    await approveDraft(anna, draft)
    await rejectDraft(ben, draft)
  }
  const told = async (who: typeof lead) =>
    (await listNotifications(who, { limit: 20 })).items.map(({ notice, read }) => ({ ...notice, read }))
  return { lead, other, anna, ben, drafts, dispute, told }
}

test('every lead is told of a dispute, and where it is; nobody else is', async () => {
  const { lead, other, anna, ben, drafts, dispute, told } = await makeTeam()
  await dispute(drafts[0])
  const notice = { kind: 'disputed', versionId: drafts[0].id, count: 1, title: { en: 'label-1' } }
  expect(await told(lead)).toMatchObject([notice])
  expect(await told(other)).toMatchObject([notice])
  expect([await told(anna), await told(ben)]).toEqual([[], []])
})

test('many disputes are one notice about the newest until it is read, each lead by themself', async () => {
  const { lead, other, drafts, dispute, told } = await makeTeam()
  for (const draft of drafts.slice(0, 3)) await dispute(draft)
  expect(await told(lead)).toMatchObject([{ versionId: drafts[2]!.id, count: 3 }])
  const { items } = await listNotifications(lead, { limit: 9 })
  await readNotifications(lead, { ids: items.map(({ id }) => id) })
  await dispute(drafts[3]!)
  expect(await told(lead)).toMatchObject([
    { versionId: drafts[3]!.id, count: 1, read: false },
    { count: 3, read: true },
  ])
  expect(await told(other)).toMatchObject([{ versionId: drafts[3]!.id, count: 4 }])
})

test('a lead who reviews is told of no dispute that they made themself', async () => {
  const { lead, other, anna, drafts, told } = await makeTeam()
  await approveDraft(anna, drafts[0])
  await rejectDraft(other, drafts[0])
  expect(await told(other)).toEqual([])
  expect(await told(lead)).toMatchObject([{ kind: 'disputed', count: 1 }])
})

test('disputes that a change of the plan makes are told as well', async () => {
  const { lead, drafts, dispute, told } = await makeTeam(3)
  for (const draft of drafts.slice(0, 2)) await dispute(draft)
  expect(await told(lead)).toEqual([])
  await setPlan(lead, { kind: 'guideline', overlap: 2 })
  expect(await told(lead)).toMatchObject([{ kind: 'disputed', count: 2, versionId: drafts[1]!.id }])
})

test('disputes at the same moment lose none', async () => {
  const { lead, anna, ben, drafts, told } = await makeTeam()
  for (const draft of drafts) await approveDraft(anna, draft)
  await Promise.all(drafts.map((draft) => rejectDraft(ben, draft)))
  const counts = (await told(lead)).map((notice) => ('count' in notice ? notice.count : 1))
  expect(counts.reduce((sum, count) => sum! + count!, 0)).toBe(4)
})
