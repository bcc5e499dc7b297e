import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listComments } from '@/lib/artifacts/comments/queries'
import { writeComment } from '@/lib/artifacts/comments/write-comment'
import { readLearning } from '@/lib/artifacts/learning/queries'
import { readAgreement } from '@/lib/evaluation/agreement/queries'
import { readDashboard } from '@/lib/evaluation/queries'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { listActivity } from '@/lib/projects/queries'
import { readVersionLinks } from '@/lib/reviews/adjudication/read-version-links'
import { decideDraft } from '@/lib/reviews/decide-draft'
import { changeGold } from '@/lib/reviews/gold/change-gold'
import { countSeeds } from '@/lib/reviews/gold/count-seeds'
import { markGold } from '@/lib/reviews/gold/mark-gold'
import { accuracyOf } from '@/lib/reviews/gold/model'
import { listGoldQuestions, readGoldPeople, readVersionGold } from '@/lib/reviews/gold/queries'
import { removeGold } from '@/lib/reviews/gold/remove-gold'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { previewCorrections } from '@/lib/reviews/lots/queries'
import { listDecisions } from '@/lib/reviews/queries'
import { readQueue } from '@/lib/reviews/read-queue'
import { releaseLeases } from '@/lib/reviews/release-leases'
import { renewLeases } from '@/lib/reviews/renew-leases'
import type { DeskItem } from '@/lib/reviews/schema'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { makeGold } from '@/prisma/factories/gold'
import { joinProject, makeProject } from '@/prisma/factories/people'
import {
  approveDraft,
  editDraft,
  planReviews,
  propose,
  queueDrafts,
  rejectDraft,
} from '@/prisma/factories/reviews'

const undo = (decisionId?: string) => ({ decisionId, requestKey: `undo-${randomUUID()}` })
const deedOf = ({ version }: DeskItem) => ({
  ...{ versionId: version.id, contentHash: version.contentHash },
  ...{ comment: '', elapsedMs: 9000, requestKey: `key-${randomUUID()}` },
})
const approve = (actor: ProjectActor, item: DeskItem) =>
  decideDraft(actor, { ...deedOf(item), verdict: 'approve' })

/** Decides what comes until nothing does; gives the versions in the order in which they came. */
async function workThrough(actor: ProjectActor): Promise<string[]> {
  const seen: string[] = []
  for (;;) {
    const { items } = await leaseDrafts(actor, { count: 4 })
    if (items.length === 0) return seen
    expect(items.length).toBeLessThanOrEqual(4)
    seen.push(items[0]!.version.id)
    await approve(actor, items[0]!)
  }
}

/** A lead with gold questions of each verdict, and a reviewer who gets them between drafts that wait. */
async function makeSeeded(given: { every?: number; drafts?: number } = {}) {
  const lead = await makeProject()
  const golds = await makeGold(lead, { verdicts: ['approve', 'reject', 'edit'] })
  await planReviews(lead, { goldEvery: given.every ?? 4 })
  const drafts = await queueDrafts(lead, { count: given.drafts ?? 6 })
  const anna = await joinProject(lead.project.slug)
  return { lead, anna, golds, drafts }
}

/** The first gold question that comes to somebody, with what lies beside it. */
async function takeGold(actor: ProjectActor, golds: readonly { versionId: string }[]) {
  const ids = golds.map(({ versionId }) => versionId)
  const isGold = ({ version }: DeskItem) => ids.includes(version.id)
  await leaseDrafts(actor, { count: 3 })
  const { items } = await leaseDrafts(actor, { count: 5 })
  const gold = items.find(isGold)
  expect(gold).toBeDefined()
  return { gold: gold!, drafts: items.filter((item) => !isGold(item)) }
}

test('a settled draft becomes a gold question with the verdict that its decisions gave it', async () => {
  const lead = await makeProject()
  const [kept, changed, gone, open] = await queueDrafts(lead, { count: 4 })
  await approveDraft(lead, kept!)
  const edit = await editDraft(lead, changed!, { ...changed!.content, definition: 'Better.' })
  await rejectDraft(lead, gone!, { reasonCode: 'wrong-definition' })
  for (const { id } of [kept!, changed!, gone!])
    await markGold(lead, { versionId: id, note: 'Look closely.' })
  await expect(markGold(lead, { versionId: open!.id, note: '' })).rejects.toMatchObject({
    details: { reason: 'gold-not-settled' },
  })
  await expect(markGold(lead, { versionId: kept!.id, note: '' })).rejects.toMatchObject({
    details: { reason: 'gold-marked' },
  })
  const { items } = await listGoldQuestions(lead, { limit: 9 })
  expect(items.map(({ verdict, reasonCode, state }) => [verdict, reasonCode, state])).toEqual([
    ['reject', 'wrong-definition', 'live'],
    ['edit', null, 'live'],
    ['approve', null, 'live'],
  ])
  const gold = await db.goldQuestion.findFirstOrThrow({ where: { versionId: changed!.id } })
  expect(gold.expectedVersionId).toBe(edit.resultVersionId)
  await changeGold(lead, { gold: items[0]!.id, note: 'It is no ship.' })
  await removeGold(lead, { gold: items[1]!.id })
  expect(await readVersionGold(lead, { version: gone!.id })).toEqual({
    ...{ id: items[0]!.id, note: 'It is no ship.', verdict: 'reject' },
  })
  expect(await readVersionGold(lead, { version: changed!.id })).toEqual({
    id: null,
    note: '',
    verdict: 'edit',
  })
  await expect(removeGold(lead, { gold: items[1]!.id })).rejects.toMatchObject({
    details: { reason: 'gold-unknown' },
  })
  const anna = await joinProject(lead.project.slug)
  await expect(markGold(anna, { versionId: kept!.id, note: '' })).rejects.toMatchObject({
    details: { reason: 'role-needed' },
  })
})

test('one in so many is a gold question, at places that follow from the desk alone', () => {
  const places = (desk: string) =>
    Array.from({ length: 380 }, (_, i) => countSeeds({ every: 20, desk, from: i, to: i + 1 }))
  expect(places('a')).toEqual(places('a'))
  expect(places('a')).not.toEqual(places('b'))
  expect(places('a').reduce((sum, one) => sum + one, 0)).toBe(20)
  expect(countSeeds({ every: 20, desk: 'a', from: 0, to: 380 })).toBe(20)
  expect(countSeeds({ every: 2, desk: 'a', from: 0, to: 5 })).toBe(5)
  expect(countSeeds({ every: 0, desk: 'a', from: 0, to: 380 })).toBe(0)
})

test('gold questions come between drafts as often as planned, each once, and none without a plan', async () => {
  const { lead, anna, golds, drafts } = await makeSeeded({ every: 2 })
  const seen = await workThrough(anna)
  expect(seen.filter((id) => golds.some(({ versionId }) => versionId === id)).toSorted()).toEqual(
    golds.map(({ versionId }) => versionId).toSorted(),
  )
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toHaveLength(drafts.length + golds.length)
  await queueDrafts(lead, { count: 6 })
  expect(await workThrough(anna)).toHaveLength(6)
  await planReviews(lead, { goldEvery: 0 })
  await queueDrafts(lead, { count: 4 })
  expect(await workThrough(await joinProject(lead.project.slug))).toHaveLength(4)
})

test('what somebody holds stays on their desk when a gold question comes', async () => {
  const { anna, golds } = await makeSeeded({ every: 2 })
  const ids = async (count: number) =>
    (await leaseDrafts(anna, { count })).items.map(({ version }) => version.id)
  const held = await ids(4)
  expect(await ids(4)).toEqual(held)
  const more = await ids(5)
  expect(more).toHaveLength(5)
  expect(more).toEqual(expect.arrayContaining(held))
  expect(golds.map(({ versionId }) => versionId)).toContain(more.find((id) => !held.includes(id)))
})

test('nobody is asked about what they decided, wrote or marked', async () => {
  const lead = await makeProject()
  const [anna, ben] = [await joinProject(lead.project.slug), await joinProject(lead.project.slug)]
  const [mine] = await queueDrafts(lead, { contents: [{ label: 'mine' }], author: anna })
  const [decided] = await queueDrafts(lead, { contents: [{ label: 'decided' }] })
  await approveDraft(ben, mine!)
  await approveDraft(ben, decided!)
  await undoDecision(ben, undo())
  await releaseLeases(ben)
  await approveDraft(anna, decided!)
  for (const { id } of [mine!, decided!]) await markGold(lead, { versionId: id, note: '' })
  await planReviews(lead, { goldEvery: 2 })
  await queueDrafts(lead, { count: 4 })
  for (const one of [lead, anna, ben]) {
    await leaseDrafts(one, { count: 2 })
    const { items } = await leaseDrafts(one, { count: 9 })
    expect(items.map(({ version }) => version.id)).not.toContain(mine!.id)
    expect(items.map(({ version }) => version.id)).not.toContain(decided!.id)
    await db.reviewSlot.updateMany({
      where: { projectId: lead.project.id },
      data: { holderId: null, leasedUntil: null },
    })
  }
})

/** Which fields an answer has, at every depth, and of which types; lists by their first item. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? [shapeOf(value[0])] : []
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shapeOf(one)]))
}

test('nothing in what a desk receives tells a gold question from a draft', async () => {
  const { lead, anna, golds } = await makeSeeded()
  const { gold, drafts } = await takeGold(anna, golds)
  const [draft] = drafts
  expect(shapeOf(gold)).toEqual(shapeOf(draft))
  expect(gold).toMatchObject({ version: { state: 'waiting' }, history: [], decisions: [] })
  expect(gold.leasedUntil).toBe(draft!.leasedUntil)
  expect((await renewLeases(anna)).leases.map(({ versionId }) => versionId)).toContain(gold.version.id)
  await writeComment(lead, {
    artifact: gold.version.artifactId,
    versionId: gold.version.id,
    text: 'Settled so.',
    mentions: [],
  })
  const thread = { artifact: gold.version.artifactId, limit: 9 }
  expect((await listComments(anna, thread)).items).toEqual([])
  expect((await listComments(lead, thread)).items).toHaveLength(1)
  expect(await readVersionLinks(anna, { version: gold.version.id })).toMatchObject({ settled: null })

  const content = { ...gold.version.content, definition: 'Said otherwise.' }
  const before = await readQueue(anna)
  const [answer, decision] = [
    await decideDraft(anna, { ...deedOf(gold), verdict: 'edit', content }),
    await decideDraft(anna, {
      ...deedOf(draft!),
      ...{ verdict: 'edit', content: { ...draft!.version.content, definition: 'Said otherwise.' } },
    }),
  ]
  expect(shapeOf(answer)).toEqual(shapeOf(decision))
  expect(answer.counts).toEqual({
    ...before,
    waiting: before.waiting - 1,
    decidedByMe: before.decidedByMe + 1,
  })
  expect(decision.decision.number).toBeGreaterThan(answer.decision.number)
  expect(await previewCorrections(anna, { decision: answer.decision.id })).toMatchObject({ items: [] })
  const deeds = async (who: ProjectActor) =>
    (await listActivity(who, { limit: 50 })).items.map(({ action }) => action)
  expect((await deeds(anna)).filter((action) => action.startsWith('gold.'))).toEqual([])
  expect(await deeds(lead)).toContain('gold.answered')
})

test('a gold question shows what was before it, and nothing that came of it', async () => {
  const lead = await makeProject()
  const [first] = await queueDrafts(lead, { count: 1 })
  await approveDraft(lead, first!)
  const { corpusId } = first!
  const again = await propose(lead, { corpusId, content: { ...first!.content, definition: 'Second.' } })
  await approveDraft(lead, again)
  await markGold(lead, { versionId: again.id, note: '' })
  const third = await propose(lead, { corpusId, content: { ...first!.content, definition: 'Third.' } })
  await rejectDraft(lead, third)
  await planReviews(lead, { goldEvery: 2 })
  await queueDrafts(lead, { contents: [{ label: 'x' }, { label: 'y' }, { label: 'z' }] })
  const anna = await joinProject(lead.project.slug)
  const { gold } = await takeGold(anna, [{ versionId: again.id }])
  expect(gold).toMatchObject({
    version: { id: again.id, state: 'waiting' },
    history: [{ id: first!.id, state: 'approved' }],
    decisions: [{ versionId: first!.id, verdict: 'approve' }],
  })
})

test('an answer is a row of its own: draft, decisions, agreement, learning and dashboards stay as they were', async () => {
  const { lead, anna, golds } = await makeSeeded()
  const figures = async () => {
    const { people, days, drafters, kinds, reasons } = await readDashboard(lead, {})
    return {
      ...{ people, days, drafters, kinds, reasons },
      agreement: await readAgreement(lead, {}),
      learning: await readLearning(lead, {}),
      drafts: await db.draft.findMany({
        where: { versionId: { in: golds.map(({ versionId }) => versionId) } },
        orderBy: { position: 'asc' },
      }),
      slots: await db.reviewSlot.count({
        where: { versionId: { in: golds.map(({ versionId }) => versionId) }, closedAt: null },
      }),
      decisions: (await listDecisions(lead, {})).items.length,
      versions: await db.version.count({ where: { artifact: { projectId: lead.project.id } } }),
      library: await db.libraryChange.count(),
    }
  }
  const { gold } = await takeGold(anna, golds)
  const before = await figures()
  await decideDraft(anna, { ...deedOf(gold), verdict: 'reject', reasonCode: 'too-vague' })
  expect(await figures()).toEqual(before)
  const answer = await db.goldAnswer.findFirstOrThrow({ where: { reviewerId: anna.id } })
  expect(answer).toMatchObject({
    ...{ verdict: 'reject', reasonCode: 'too-vague', elapsedMs: 9000, contentHash: gold.version.contentHash },
    isRight: golds.find(({ versionId }) => versionId === gold.version.id)!.verdict === 'reject',
  })
  await expect(db.goldAnswer.update({ where: { id: answer.id }, data: { isRight: true } })).rejects.toThrow()
  await expect(db.goldAnswer.delete({ where: { id: answer.id } })).rejects.toThrow()
})

test('undo takes back deeds in the order in which they were done, gold questions among them', async () => {
  const { anna, golds } = await makeSeeded()
  const { gold, drafts } = await takeGold(anna, golds)
  await approve(anna, drafts[0]!)
  await approve(anna, gold)
  await approve(anna, drafts[1]!)
  const takeBack = async () => (await undoDecision(anna, undo())).undone.versionId
  expect(await takeBack()).toBe(drafts[1]!.version.id)
  const requestKey = `undo-${randomUUID()}`
  const taken = await undoDecision(anna, { requestKey })
  expect(taken).toMatchObject({
    decision: { verdict: 'undo', versionId: gold.version.id },
    undone: { undone: true, verdict: 'approve' },
    item: { version: { id: gold.version.id, state: 'waiting' } },
  })
  expect(taken.item.decisions.map(({ verdict }) => verdict)).toEqual(['undo', 'approve'])
  expect((await undoDecision(anna, { requestKey })).decision.id).toBe(taken.decision.id)
  expect(await takeBack()).toBe(drafts[0]!.version.id)
  await expect(undoDecision(anna, undo(taken.undone.id))).rejects.toMatchObject({
    details: { reason: 'already-undone' },
  })
  const { items } = await leaseDrafts(anna, { count: 9 })
  expect(items.map(({ version }) => version.id)).toContain(gold.version.id)
  expect(await db.draft.findUniqueOrThrow({ where: { versionId: gold.version.id } })).toMatchObject({
    settledAt: expect.any(Date),
  })
  await approve(anna, gold)
  await expect(approve(anna, gold)).rejects.toMatchObject({ details: { reason: 'already-decided' } })
})

test('the same request is answered once; what was skipped lies aside until it is asked for', async () => {
  const { anna, golds } = await makeSeeded()
  const { gold } = await takeGold(anna, golds)
  const skip = { ...deedOf(gold), verdict: 'skip' as const }
  const first = await decideDraft(anna, skip)
  expect((await decideDraft(anna, skip)).decision.id).toBe(first.decision.id)
  expect(first.counts.skippedByMe).toBe(1)
  const ids = async (includeSkipped: boolean) =>
    (await leaseDrafts(anna, { count: 9, includeSkipped })).items.map(({ version }) => version.id)
  expect(await ids(false)).not.toContain(gold.version.id)
  expect(await ids(true)).toContain(gold.version.id)
  expect(await ids(false)).toContain(gold.version.id)
  await expect(decideDraft(anna, { ...skip, verdict: 'approve' })).rejects.toMatchObject({
    details: { reason: 'request-key-reused' },
  })
})

test('a gold question whose draft is opened again is decided like any draft', async () => {
  const { lead, anna, golds } = await makeSeeded()
  const { gold } = await takeGold(anna, golds)
  const made = await db.decision.findFirstOrThrow({
    where: { versionId: gold.version.id, verdict: { not: 'undo' } },
    orderBy: { number: 'asc' },
  })
  await undoDecision(lead, undo(made.id))
  const { items } = await listGoldQuestions(lead, { limit: 9 })
  expect(items.find(({ versionId }) => versionId === gold.version.id)!.state).toBe('waiting')
  const ids = (await leaseDrafts(anna, { count: 9 })).items.map(({ version }) => version.id)
  expect(ids).not.toContain(gold.version.id)
  await rejectDraft(lead, { id: gold.version.id, contentHash: gold.version.contentHash })
  expect(
    (await listGoldQuestions(lead, { limit: 9 })).items.find(
      ({ versionId }) => versionId === gold.version.id,
    )!.state,
  ).toBe('settled-anew')
})

test('leads see how many came to the expected verdict, of each question and of each person', async () => {
  const { lead, anna, golds } = await makeSeeded({ every: 2 })
  await workThrough(anna)
  const { items } = await listGoldQuestions(lead, { limit: 9 })
  expect(items.map(({ verdict, answered, right }) => [verdict, answered, right])).toEqual([
    ['edit', 1, 0],
    ['reject', 1, 0],
    ['approve', 1, 1],
  ])
  expect((await readGoldPeople(lead, {})).people).toMatchObject([
    { person: anna.id, answered: golds.length, right: 1 },
  ])
  expect((await readGoldPeople(lead, { kind: 'rule' })).people).toEqual([])
  await expect(readGoldPeople(anna, {})).rejects.toMatchObject({ details: { reason: 'role-needed' } })
})

test('the interval of an accuracy is the exact one of the binomial distribution', () => {
  // Clopper and Pearson: 8 of 10 lie between 0.4439 and 0.9748, none of 10 below 0.3085, all of 10 above 0.6915.
  const interval = (right: number) => {
    const { low, high } = accuracyOf({ answered: 10, right })
    return [low, high].map((bound) => Number(bound!.toFixed(4)))
  }
  expect(interval(8)).toEqual([0.4439, 0.9748])
  expect(interval(0)).toEqual([0, 0.3085])
  expect(interval(10)).toEqual([0.6915, 1])
  expect(accuracyOf({ answered: 0, right: 0 }).share).toBeNull()
})
