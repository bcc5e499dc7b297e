import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { listNotifications } from '@/lib/projects/notifications/queries'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { applyPlanHandler } from '@/lib/reviews/plans/apply-plan.job'
import { assignDrafts } from '@/lib/reviews/plans/assign-drafts'
import { countAssignable } from '@/lib/reviews/plans/find-assignable'
import { readPlans } from '@/lib/reviews/plans/queries'
import { setPlan } from '@/lib/reviews/plans/set-plan'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { approveDraft, type QueuedDraft, queueDrafts, rejectDraft } from '@/prisma/factories/reviews'

const stateOf = async ({ id }: { id: string }) =>
  (await db.draft.findUniqueOrThrow({ where: { versionId: id } })).state
const openOf = ({ id }: { id: string }) => db.reviewSlot.count({ where: { versionId: id, closedAt: null } })
const orderFor = async (actor: ProjectActor) =>
  (await leaseDrafts(actor, { count: 20 })).items.map(
    ({ version }) => (version.content as { label: string }).label,
  )

async function makeTeam() {
  const lead = await makeProject()
  const people = [await joinProject(lead.project.slug), await joinProject(lead.project.slug)] as const
  return { lead, people }
}

test('without a plan the defaults hold, and nobody alone is asked for a second opinion', async () => {
  const lead = await makeProject()
  const overlaps = async () =>
    Object.fromEntries((await readPlans(lead)).plans.map(({ kind, overlap }) => [kind, overlap]))
  expect(await overlaps()).toEqual({
    guideline: 1,
    rule: 1,
    application: 1,
    format: 1,
    record: 1,
    node: 1,
    syllabus: 1,
    pair: 1,
  })
  await joinProject(lead.project.slug)
  expect(await overlaps()).toMatchObject({ rule: 2 })
  await setPlan(lead, { kind: 'rule', strategy: 'most-touched' })
  expect((await readPlans(lead)).plans.find(({ kind }) => kind === 'rule')).toMatchObject({
    overlap: 2,
    strategy: 'most-touched',
    isDefault: false,
  })
})

test('a larger overlap opens places on what waits, and keeps what is decided', async () => {
  const { lead, people } = await makeTeam()
  const [decided, waiting] = (await queueDrafts(lead, { count: 2 })) as [QueuedDraft, QueuedDraft]
  await approveDraft(people[0], decided)
  await setPlan(lead, { kind: 'guideline', overlap: 3 })
  expect([await openOf(decided), await openOf(waiting)]).toEqual([0, 3])
  for (const one of [lead, ...people]) await approveDraft(one, waiting)
  expect(await stateOf(waiting)).toBe('approved')
  expect(await db.auditEntry.count({ where: { action: 'plan.changed', projectId: lead.project.id } })).toBe(1)
})

test('a smaller overlap takes open places away, settles what has all its decisions, and leaves decided places', async () => {
  const { lead, people } = await makeTeam()
  await setPlan(lead, { kind: 'guideline', overlap: 3 })
  const [one, two, none] = (await queueDrafts(lead, { count: 3 })) as [QueuedDraft, QueuedDraft, QueuedDraft]
  await approveDraft(people[0], one)
  await approveDraft(people[0], two)
  await rejectDraft(people[1], two)
  await setPlan(lead, { kind: 'guideline', overlap: 2 })
  expect(await Promise.all([one, two, none].map(stateOf))).toEqual(['waiting', 'disputed', 'waiting'])
  expect(await Promise.all([one, two, none].map(openOf))).toEqual([1, 0, 2])
  expect((await leaseDrafts(people[0], { count: 9 })).items).toHaveLength(1)
  await setPlan(lead, { kind: 'guideline', overlap: 1 })
  expect(await Promise.all([one, none].map(stateOf))).toEqual(['approved', 'waiting'])
  expect(await db.decision.count({ where: { projectId: lead.project.id } })).toBe(3)
})

test('the order follows the strategy, for what waits and for what comes', async () => {
  const { lead, people } = await makeTeam()
  const contents = ['b', 'a', 'b', 'c'].map((label, i) => ({ label, definition: `Draft ${i}.` }))
  const corpus = { id: (await queueDrafts(lead, { contents: [{ label: 'z' }] }))[0]!.corpusId }
  for (const content of contents.slice(0, 2)) await queueDrafts(lead, { corpus, contents: [content] })
  const drafts = await queueDrafts(lead, { contents: contents.slice(2) })
  await setDoubt(drafts[1]!, { doubt: 0.9, touches: 2 })
  await setDoubt(drafts[0]!, { doubt: 0.1, touches: 70 })
  await setPlan(lead, { kind: 'guideline', strategy: 'by-label' })
  expect(await orderFor(people[0])).toEqual(['a', 'b', 'b', 'c', 'z'])
  await freeAll(lead)
  await setPlan(lead, { kind: 'guideline', strategy: 'least-sure' })
  expect(await orderFor(people[0])).toEqual(['c', 'z', 'b', 'a', 'b'])
  await freeAll(lead)
  await setPlan(lead, { kind: 'guideline', strategy: 'most-touched' })
  expect(await orderFor(people[0])).toEqual(['b', 'c', 'z', 'b', 'a'])
  await freeAll(lead)
  await setPlan(lead, { kind: 'guideline', strategy: 'oldest' })
  expect(await orderFor(people[0])).toEqual(['z', 'b', 'a', 'b', 'c'])
  await freeAll(lead)
  await setPlan(lead, { kind: 'guideline', strategy: 'by-label' })
  await queueDrafts(lead, { contents: [{ label: 'aa' }] })
  expect(await orderFor(people[1])).toEqual(['a', 'aa', 'b', 'b', 'c', 'z'])
})

const setDoubt = ({ id }: QueuedDraft, data: { doubt: number; touches: number }) =>
  db.draft.update({ where: { versionId: id }, data })
const freeAll = (actor: ProjectActor) =>
  db.reviewSlot.updateMany({
    where: { projectId: actor.project.id },
    data: { holderId: null, leasedUntil: null },
  })

test('drafts are assigned by label or by id, people are told, and what the plan says later leaves them', async () => {
  const { lead, people } = await makeTeam()
  const [anna, ben] = people
  const drafts = await queueDrafts(lead, { contents: [{ label: 'a' }, { label: 'b' }, { label: 'c' }] })
  expect(await countAssignable(lead, { label: 'a' })).toEqual({ drafts: 1, held: 0 })
  expect(await countAssignable(lead, { corpus: drafts[0]!.corpusId })).toMatchObject({ drafts: 3 })
  expect(await assignDrafts(lead, { label: 'a', to: [anna.id] })).toMatchObject({ drafts: 1 })
  expect(await assignDrafts(lead, { versions: [drafts[1]!.id], to: ['role:annotator'] })).toMatchObject({
    drafts: 1,
  })
  expect(
    (await listNotifications(anna, { unread: 'true', limit: 9 })).items.map(({ notice }) => notice),
  ).toMatchObject([
    { kind: 'assigned', count: 1 },
    { kind: 'assigned', count: 1 },
  ])
  await setPlan(lead, { kind: 'guideline', assignedTo: ['role:lead'] })
  expect(await orderFor(anna)).toEqual(['a', 'b'])
  expect(await orderFor(ben)).toEqual([])
  expect(await orderFor(lead)).toEqual(['c'])
  await expect(assignDrafts(lead, { to: ['nobody-here'] })).rejects.toMatchObject({
    details: { reason: 'assignee-unknown' },
  })
  await expect(assignDrafts(anna, { to: [] })).rejects.toMatchObject({ details: { reason: 'role-needed' } })
})

test('the job follows a plan draft by draft, and does nothing when it runs again', async () => {
  const { lead } = await makeTeam()
  const drafts = await queueDrafts(lead, { count: 3 })
  const id = { projectId: lead.project.id, kind: 'guideline' }
  await db.reviewPlan.create({ data: { ...id, overlap: 2, strategy: 'by-label' } })
  const context = { projectId: lead.project.id, progress: async () => undefined }
  const work = () => applyPlanHandler.run({ kind: 'guideline', assignedBefore: [] }, context as never)
  expect(await work()).toEqual({ drafts: 3 })
  expect(await Promise.all(drafts.map(openOf))).toEqual([2, 2, 2])
  await work()
  expect(await Promise.all(drafts.map(openOf))).toEqual([2, 2, 2])
})
