import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { readDashboard } from '@/lib/evaluation/queries'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { decideDraft } from '@/lib/reviews/decide-draft'
import { readGoldPeople } from '@/lib/reviews/gold/queries'
import { removeGold } from '@/lib/reviews/gold/remove-gold'
import { endWarmUp } from '@/lib/reviews/gold/warm-up/end-warm-up'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { decideLot } from '@/lib/reviews/lots/decide-lot'
import { setPlan } from '@/lib/reviews/plans/set-plan'
import { readQueue } from '@/lib/reviews/read-queue'
import type { DeskItem } from '@/lib/reviews/schema'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { type MadeGold, makeGold } from '@/prisma/factories/gold'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { approveDraft, planReviews, queueDrafts } from '@/prisma/factories/reviews'

const deedOf = (version: { id: string; contentHash: string }) => ({
  ...{ versionId: version.id, contentHash: version.contentHash },
  ...{ comment: '', elapsedMs: 9000, requestKey: `key-${randomUUID()}` },
})
const take = async (actor: ProjectActor) => leaseDrafts(actor, { count: 4 })
const ids = ({ items }: { items: DeskItem[] }) => items.map(({ version }) => version.id)

/** A warm-up of three with two to be right, drafts that wait, and a newcomer. */
async function makeWarmUp(given: { golds?: number } = {}) {
  const lead = await makeProject()
  const verdicts = (['approve', 'reject', 'approve', 'edit', 'reject'] as const).slice(0, given.golds ?? 3)
  const golds = await makeGold(lead, { verdicts, note: 'Read the definition.' })
  await planReviews(lead, { warmUpCount: 3, warmUpBar: 2 })
  const drafts = await queueDrafts(lead, { count: 3 })
  const newcomer = await joinProject(lead.project.slug)
  return { lead, newcomer, golds, drafts }
}

/** Answers the whole set, this many as expected. */
async function answerAll(actor: ProjectActor, golds: MadeGold[], rights: number) {
  let right = 0
  for (;;) {
    const { items, warmUps } = await take(actor)
    if (warmUps[0]?.state !== 'warming') return
    const { version } = items[0]!
    const { verdict } = golds.find(({ versionId }) => versionId === version.id)!
    const given = right < rights ? verdict : verdict === 'approve' ? 'reject' : 'approve'
    if (right < rights) right++
    const deed = deedOf(version)
    if (given === 'reject') await decideDraft(actor, { ...deed, verdict: 'reject', reasonCode: 'too-vague' })
    else if (given === 'approve') await decideDraft(actor, { ...deed, verdict: 'approve' })
    else
      await decideDraft(actor, {
        ...deed,
        verdict: 'edit',
        content: { ...version.content, definition: 'A ship that has a name.' },
      })
  }
}

test('a newcomer gets the warm-up and nothing else of its kind, and their decisions do not count', async () => {
  const { lead, newcomer, golds, drafts } = await makeWarmUp()
  const taken = await take(newcomer)
  expect(ids(taken).toSorted()).toEqual(golds.map(({ versionId }) => versionId).toSorted())
  expect(taken.warmUps).toEqual([
    { kind: 'guideline', state: 'warming', asked: 3, bar: 2, answered: 0, right: 0, missing: 0 },
  ])
  expect(taken.counts.waiting).toBe(3)
  const refused = { details: { reason: 'warm-up-first' } }
  await expect(leaseDrafts(newcomer, { versionId: drafts[0]!.id })).rejects.toMatchObject(refused)
  await expect(decideDraft(newcomer, { ...deedOf(drafts[0]!), verdict: 'approve' })).rejects.toMatchObject(
    refused,
  )
  const { id: versionId, contentHash } = drafts[0]!
  const lot = { comment: '', elapsedMs: 900, requestKey: `lot-${randomUUID()}` }
  expect(
    await decideLot(newcomer, { ...lot, verdict: 'approve', items: [{ versionId, contentHash }] }),
  ).toMatchObject({ results: [{ decisionId: null, refusal: { reason: 'warm-up-first' } }] })
  expect((await readDashboard(lead, {})).people.map(({ person }) => person)).toEqual([lead.id])
})

test('each answer is told at once whether it was right, with the verdict, the text and the note', async () => {
  const { newcomer, golds } = await makeWarmUp({ golds: 5 })
  await db.reviewPlan.updateMany({
    where: { projectId: newcomer.project.id },
    data: { warmUpCount: 5, warmUpBar: 2 },
  })
  let answered = 0
  for (const { version } of [...(await take(newcomer)).items, ...(await take(newcomer)).items]) {
    const gold = golds.find(({ versionId }) => versionId === version.id)!
    if ((await db.goldPlace.count({ where: { versionId: version.id, closedAt: { not: null } } })) > 0)
      continue
    const { feedback, decision } = await decideDraft(newcomer, { ...deedOf(version), verdict: 'approve' })
    answered++
    expect(decision).toMatchObject({ verdict: 'approve', versionId: version.id })
    expect(feedback).toMatchObject({
      isRight: gold.verdict === 'approve',
      expected: {
        verdict: gold.verdict,
        reasonCode: gold.verdict === 'reject' ? 'too-vague' : null,
        content: gold.verdict === 'edit' ? { definition: 'A ship that has a name.' } : null,
      },
      note: 'Read the definition.',
      warmUp: { kind: 'guideline', asked: 5, answered },
    })
  }
  expect(answered).toBe(4)
})

test('who reaches the bar is through: drafts come, and decisions count', async () => {
  const { lead, newcomer, golds, drafts } = await makeWarmUp()
  await answerAll(newcomer, golds, 2)
  const taken = await take(newcomer)
  expect(taken.warmUps).toEqual([])
  expect(ids(taken)).toEqual(drafts.map(({ id }) => id))
  await approveDraft(newcomer, drafts[0]!)
  expect(await readQueue(newcomer)).toMatchObject({ waiting: 2, decidedByMe: 1 })
  expect((await readGoldPeople(lead, {})).warmUps).toMatchObject([
    { person: newcomer.id, kind: 'guideline', state: 'passed', answered: 3, right: 2, endedBy: null },
  ])
  expect((await readGoldPeople(lead, {})).people).toEqual([])
})

test('who fails waits for a lead, who lets them repeat with other questions first, or waves them through', async () => {
  const { lead, newcomer, golds, drafts } = await makeWarmUp({ golds: 5 })
  await answerAll(newcomer, golds, 1)
  const failed = await take(newcomer)
  expect(failed).toMatchObject({ items: [], warmUps: [{ state: 'failed', answered: 3, right: 1, bar: 2 }] })
  const asked = await db.goldPlace.findMany({
    where: { reviewerId: newcomer.id },
    select: { versionId: true },
  })
  await endWarmUp(lead, { kind: 'guideline', user: newcomer.id, how: 'repeat' })
  const again = await take(newcomer)
  expect(again.warmUps).toMatchObject([{ state: 'warming', answered: 0, right: 0 }])
  const before = asked.map(({ versionId }) => versionId)
  expect(ids(again)).toHaveLength(3)
  expect(ids(again).filter((id) => before.includes(id))).toHaveLength(1)
  await endWarmUp(lead, { kind: 'guideline', user: newcomer.id, how: 'wave' })
  const through = await take(newcomer)
  expect(through.warmUps).toEqual([])
  expect(ids(through)).toEqual(drafts.map(({ id }) => id))
  const call = { kind: 'guideline', user: newcomer.id, how: 'wave' } as const
  await expect(endWarmUp(lead, call)).rejects.toMatchObject({ details: { reason: 'warm-up-over' } })
  await expect(endWarmUp(lead, { ...call, user: lead.id })).rejects.toMatchObject({
    details: { reason: 'warm-up-unknown' },
  })
  await expect(endWarmUp(newcomer, call)).rejects.toMatchObject({ details: { reason: 'role-needed' } })
})

test('with fewer gold questions than the set asks for nothing begins, and how many are missing is said', async () => {
  const { lead, newcomer } = await makeWarmUp({ golds: 2 })
  expect(await take(newcomer)).toMatchObject({ items: [], warmUps: [{ state: 'warming', missing: 1 }] })
  await makeGold(lead, { verdicts: ['reject'] })
  const taken = await take(newcomer)
  expect(taken.items).toHaveLength(3)
  expect(taken.warmUps).toMatchObject([{ missing: 0 }])
})

test('a warm-up answer stays when others are taken back, and a question that was removed may be answered still', async () => {
  const { lead, newcomer, golds } = await makeWarmUp()
  const [first] = (await take(newcomer)).items
  await removeGold(lead, { gold: golds.find(({ versionId }) => versionId === first!.version.id)!.id })
  const { decision } = await decideDraft(newcomer, { ...deedOf(first!.version), verdict: 'approve' })
  const requestKey = () => `undo-${randomUUID()}`
  await expect(undoDecision(newcomer, { requestKey: requestKey() })).rejects.toMatchObject({
    details: { reason: 'nothing-to-undo' },
  })
  await expect(
    undoDecision(newcomer, { decisionId: decision.id, requestKey: requestKey() }),
  ).rejects.toMatchObject({ details: { reason: 'warm-up-stays' } })
})

test('leads, and who had decided before, warm up for nothing; other kinds go on', async () => {
  const { lead, newcomer, drafts } = await makeWarmUp()
  expect((await leaseDrafts(lead, { count: 1 })).warmUps).toEqual([])
  await setPlan(lead, { kind: 'guideline', warmUpCount: 0, warmUpBar: 0 })
  await db.reviewSlot.updateMany({
    where: { projectId: lead.project.id },
    data: { holderId: null, leasedUntil: null },
  })
  await approveDraft(newcomer, drafts[0]!)
  await setPlan(lead, { kind: 'guideline', warmUpCount: 3, warmUpBar: 3 })
  expect((await take(newcomer)).warmUps).toEqual([])
  await expect(setPlan(lead, { kind: 'guideline', warmUpBar: 4 })).rejects.toMatchObject({
    details: { reason: 'bar-above-set' },
  })
  await planReviews(lead, { kind: 'rule', warmUpCount: 5, warmUpBar: 1 })
  const other = await take(newcomer)
  // No rule waits: nothing is kept from them.
  expect(other.warmUps).toEqual([])
  expect(other.items.length).toBeGreaterThan(0)
})
