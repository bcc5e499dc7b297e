import { expect, test } from 'vitest'
import { db, isUniqueViolation } from '@/lib/platform/db'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { readQueue } from '@/lib/reviews/read-queue'
import { releaseLeases } from '@/lib/reviews/release-leases'
import { renewLeases } from '@/lib/reviews/renew-leases'
import { joinProject, makePerson, makeProject } from '@/prisma/factories/people'
import {
  approveDraft,
  editDraft,
  lapseLeases,
  propose,
  queueDrafts,
  skipDraft,
} from '@/prisma/factories/reviews'

const labels = ({ items }: Awaited<ReturnType<typeof leaseDrafts>>) =>
  items.map(({ version }) => version.kind === 'guideline' && version.content.label)

test('gives the next drafts in the order of the queue, the same again to who holds them, others to others', async () => {
  const anna = await makeProject()
  const ben = await joinProject(anna.project.slug)
  await queueDrafts(anna, { count: 5 })
  expect(labels(await leaseDrafts(anna, { count: 2 }))).toEqual(['label-1', 'label-2'])
  expect(labels(await leaseDrafts(anna, { count: 3 }))).toEqual(['label-1', 'label-2', 'label-3'])
  expect(labels(await leaseDrafts(ben, { count: 3 }))).toEqual(['label-4', 'label-5'])
  expect(await readQueue(ben)).toMatchObject({ waiting: 5, heldByOthers: 3 })
})

test('what somebody gave back, or let lapse, goes to the next who asks', async () => {
  const anna = await makeProject()
  const ben = await joinProject(anna.project.slug)
  await queueDrafts(anna, { count: 2 })
  await leaseDrafts(anna, { count: 1 })
  await releaseLeases(anna)
  expect(labels(await leaseDrafts(ben, { count: 1 }))).toEqual(['label-1'])
  await lapseLeases(ben)
  expect(labels(await leaseDrafts(anna, { count: 2 }))).toEqual(['label-1', 'label-2'])
  expect(labels(await leaseDrafts(ben, {}))).toEqual([])
})

test('renewing makes a lease last longer, also one that lapsed and was left alone', async () => {
  const actor = await makeProject()
  await queueDrafts(actor)
  await leaseDrafts(actor, {})
  await lapseLeases(actor)
  const { items } = await leaseDrafts(actor, {})
  expect(Date.parse(items[0]!.leasedUntil)).toBeGreaterThan(Date.now() + 500_000)
})

test('gives the draft that a link names first, and says why when it cannot', async () => {
  const anna = await makeProject()
  const ben = await joinProject(anna.project.slug)
  const [first, second, third] = await queueDrafts(anna, { count: 3 })
  expect(labels(await leaseDrafts(anna, { versionId: third!.id, count: 2 }))).toEqual(['label-3', 'label-1'])
  await expect(leaseDrafts(ben, { versionId: first!.id })).rejects.toMatchObject({
    details: { reason: 'draft-held', params: { by: anna.name } },
  })
  await approveDraft(ben, second!)
  await expect(leaseDrafts(anna, { versionId: second!.id })).rejects.toMatchObject({
    details: { reason: 'already-decided', params: { by: ben.name } },
  })
})

test('what was skipped comes back when asked for, after everything else', async () => {
  const actor = await makeProject()
  const drafts = await queueDrafts(actor, { count: 3 })
  await skipDraft(actor, drafts[0]!)
  await releaseLeases(actor)
  expect(labels(await leaseDrafts(actor, {}))).toEqual(['label-2', 'label-3'])
  await releaseLeases(actor)
  expect(labels(await leaseDrafts(actor, { includeSkipped: true }))).toEqual([
    'label-2',
    'label-3',
    'label-1',
  ])
})

test('shows what came before: every version with its text, and the decisions', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  const edit = await editDraft(actor, draft!, { ...draft!.content, definition: 'Edited.' })
  await propose(actor, { corpusId: draft!.corpusId, content: { ...draft!.content, definition: 'Anew.' } })
  const { items } = await leaseDrafts(actor, {})
  expect(items[0]).toMatchObject({
    version: { number: 3, author: 'corpus-miner/1', content: { definition: 'Anew.' } },
    corpus: { id: draft!.corpusId, language: 'en' },
    history: [
      { id: edit.resultVersionId, author: actor.name, content: { definition: 'Edited.' } },
      { id: draft!.id, content: draft!.content },
    ],
  })
  expect(items[0]!.decisions.map(({ verdict }) => verdict)).toEqual(['approve', 'edit'])
})

test('many reviewers who ask again and again at the same moment never get the same draft', async () => {
  const lead = await makeProject()
  const drafts = await queueDrafts(lead, { count: 60 })
  const reviewers = await Promise.all(Array.from({ length: 12 }, () => joinProject(lead.project.slug)))
  const given = new Map<string, string>()
  const ask = async (reviewer: typeof lead, count: number) => {
    for (const { version } of (await leaseDrafts(reviewer, { count })).items) {
      expect(given.get(version.id) ?? reviewer.id).toBe(reviewer.id)
      given.set(version.id, reviewer.id)
    }
  }
  await Promise.all(reviewers.flatMap((reviewer) => [1, 2, 3, 4, 5].map((count) => ask(reviewer, count))))
  expect(given.size).toBeLessThanOrEqual(drafts.length)
  expect(given.size).toBeGreaterThanOrEqual(reviewers.length)
})

test('nobody holds two places of one draft, whatever they ask for at once', async () => {
  const anna = await makeProject()
  const ben = await joinProject(anna.project.slug)
  const drafts = await queueDrafts(anna, { count: 4 })
  await db.reviewSlot.createMany({
    data: (await db.reviewSlot.findMany({ where: { versionId: { in: drafts.map(({ id }) => id) } } })).map(
      (slot) => ({
        ...slot,
        number: 2,
      }),
    ),
  })
  const asked = await Promise.all(
    [anna, anna, ben, anna, ben, ben].map((one) => leaseDrafts(one, { count: 4 })),
  )
  for (const { items } of asked)
    expect(new Set(items.map(({ version }) => version.id)).size).toBe(items.length)
  const held = await db.reviewSlot.groupBy({
    by: ['versionId', 'holderId'],
    where: { projectId: anna.project.id, holderId: { not: null } },
    _count: true,
  })
  expect(held.map(({ _count }) => _count)).toEqual(held.map(() => 1))
  expect(labels(await leaseDrafts(anna, { count: 10 }))).toHaveLength(4)
  expect(labels(await leaseDrafts(ben, { count: 10 }))).toHaveLength(4)
})

test('a second place of the same person in one draft is refused by the database', async () => {
  const actor = await makeProject()
  const [draft] = await queueDrafts(actor)
  await leaseDrafts(actor, {})
  const again = db.$executeRaw`
    INSERT INTO review_slot (version_id, number, project_id, position, holder_id)
    SELECT version_id, 2, project_id, position, holder_id FROM review_slot WHERE version_id = ${draft!.id}::uuid`
  expect(isUniqueViolation(await again.catch((error: unknown) => error))).toBe(true)
})

test('who else is at the desk is told, until they leave it or are not heard of', async () => {
  const ann = await makeProject()
  const bob = await joinProject(ann.project.slug, { person: await makePerson({ name: 'Bob' }) })
  await queueDrafts(ann, { count: 2 })
  expect((await leaseDrafts(ann, { count: 1 })).counts.others).toEqual([])
  await leaseDrafts(bob, { count: 1 })
  const others = async () => (await leaseDrafts(ann, { count: 1 })).counts.others
  expect(await others()).toEqual(['Bob'])
  await db.$executeRaw`UPDATE presence SET seen_at = seen_at - interval '3 minutes' WHERE user_id = ${bob.id}`
  expect(await others()).toEqual([])
  await leaseDrafts(bob, { count: 1 })
  expect(await others()).toEqual(['Bob'])
  await releaseLeases(bob)
  expect(await others()).toEqual([])
})

test('a heartbeat keeps what one holds, and says what has gone to others', async () => {
  const anna = await makeProject()
  const ben = await joinProject(anna.project.slug)
  const drafts = await queueDrafts(anna, { count: 3 })
  await leaseDrafts(anna, { count: 2 })
  await lapseLeases(anna)
  await leaseDrafts(ben, { count: 1 })
  const { leases } = await renewLeases(anna)
  expect(leases.map(({ versionId }) => versionId)).toEqual([drafts[1]!.id])
  expect(Date.parse(leases[0]!.leasedUntil)).toBeGreaterThan(Date.now())
  expect((await leaseDrafts(ben, { count: 3 })).items.map(({ version }) => version.id)).toEqual([
    drafts[0]!.id,
    drafts[2]!.id,
  ])
})
