import { randomUUID } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { keepAdvice } from '@/lib/artifacts/advice/keep-advice'
import { doubtByAdvice, doubtOfDraft } from '@/lib/artifacts/advice/model'
import type { AdviceLine } from '@/lib/artifacts/advice/schema'
import { db } from '@/lib/platform/db'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { setPlan } from '@/lib/reviews/plans/set-plan'
import { makeGuidelineDraft } from '@/prisma/factories/artifacts'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { approveDraft, type QueuedDraft, queueDrafts } from '@/prisma/factories/reviews'

type Verdict = AdviceLine['verdict']
const linesOf = (...verdicts: Verdict[]) =>
  verdicts.map((verdict, line) => ({ field: 'includes', line, text: 'ferries', verdict, why: 'so it seems' }))

const advise = (versionId: string, verdicts: Verdict[], given: { model?: string; jobId?: string } = {}) =>
  keepAdvice({
    ...{ versionId, jobId: given.jobId ?? randomUUID(), callId: null, model: given.model ?? 'judge' },
    ...{ prompt: 'judge-draft@1', content: { lines: linesOf(...verdicts), overall: 'Read it again.' } },
  })
const doubtOf = async ({ id }: { id: string }) =>
  (await db.draft.findUniqueOrThrow({ where: { versionId: id } })).doubt

async function makeQueue(labels: string[]) {
  const lead = await makeProject()
  const anna = await joinProject(lead.project.slug)
  const drafts = await queueDrafts(lead, { contents: labels.map((label) => ({ label })) })
  const claim = async () =>
    (await leaseDrafts(anna, { count: 9 })).items.map(
      ({ version }) => (version.content as { label: string }).label,
    )
  return { lead, anna, claim, drafts: drafts as [QueuedDraft, QueuedDraft, QueuedDraft] }
}

describe('the doubt that models leave', () => {
  it.each<[Verdict[], number]>([
    [[], 0.1],
    [['supported', 'supported'], 0.1],
    [['unclear'], 0.28],
    [['contradicted'], 0.73],
    [['contradicted', 'unsupported'], 0.838],
  ])('%j: %d', (verdicts, doubt) => {
    expect(doubtByAdvice(linesOf(...verdicts))).toBeCloseTo(doubt, 6)
  })

  it('is half of the whole beside what was measured, and all of it where nothing was', () => {
    expect(doubtOfDraft(0.5, [0.9, 0.7])).toBeCloseTo(0.65, 9)
    expect(doubtOfDraft(null, [0.9])).toBe(0.9)
    expect(doubtOfDraft(0.4, [])).toBe(0.4)
  })
})

test('what a judge contradicts comes first where the least sure come first, and what it finds well comes last', async () => {
  const { lead, claim, drafts } = await makeQueue(['a', 'b', 'c'])
  await setPlan(lead, { kind: 'guideline', strategy: 'least-sure' })
  await advise(drafts[0].id, ['supported'])
  await advise(drafts[2].id, ['contradicted', 'unclear'])
  expect(await claim()).toEqual(['c', 'b', 'a'])
  const states = await db.draft.findMany({ where: { versionId: { in: drafts.map(({ id }) => id) } } })
  expect(states.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting'])
  expect(await db.decision.count({ where: { projectId: lead.project.id } })).toBe(0)
})

test('an order by age stays, and follows the advice once the plan says so', async () => {
  const { lead, claim, drafts } = await makeQueue(['a', 'b', 'c'])
  await advise(drafts[1].id, ['contradicted'])
  expect(await claim()).toEqual(['a', 'b', 'c'])
  await db.reviewSlot.updateMany({
    where: { projectId: lead.project.id },
    data: { holderId: null, leasedUntil: null },
  })
  await setPlan(lead, { kind: 'guideline', strategy: 'least-sure' })
  expect(await claim()).toEqual(['b', 'a', 'c'])
})

test('a draft that is decided stays as it was weighed, and keeps the advice', async () => {
  const { anna, drafts } = await makeQueue(['a', 'b'])
  await approveDraft(anna, drafts[0])
  await advise(drafts[0].id, ['contradicted'])
  expect(await doubtOf(drafts[0])).toBeNull()
  expect(await db.draftAdvice.count({ where: { versionId: drafts[0].id } })).toBe(1)
})

test('of one model its newest word counts, of several the mean, and a job that runs again counts once', async () => {
  const { drafts } = await makeQueue(['a'])
  const jobId = randomUUID()
  await advise(drafts[0].id, ['supported'], { jobId })
  await advise(drafts[0].id, ['contradicted'], { jobId })
  expect(await doubtOf(drafts[0])).toBeCloseTo(0.1, 6)
  await advise(drafts[0].id, ['contradicted'])
  expect(await doubtOf(drafts[0])).toBeCloseTo(0.73, 6)
  await advise(drafts[0].id, ['supported'], { model: 'another' })
  expect(await doubtOf(drafts[0])).toBeCloseTo((0.73 + 0.1) / 2, 6)
})

test('what the gold measured stays half of it', async () => {
  const draft = await makeGuidelineDraft(await makeProject())
  const measured = await doubtOf(draft)
  expect(measured).not.toBeNull()
  await advise(draft.id, ['contradicted'])
  expect(await doubtOf(draft)).toBeCloseTo((measured! + 0.73) / 2, 6)
})
