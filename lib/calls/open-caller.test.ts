import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { aboutShip, makeCaller, makeConnection, nameShip } from '@/prisma/factories/calls'
import { makeProject } from '@/prisma/factories/people'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
afterAll(() => fake.close())
beforeEach(() => fetch(`${fake.url}/control`, { method: 'DELETE' }))

const budgetOf = ({ project }: ProjectActor) =>
  db.budget.findUniqueOrThrow({ where: { projectId: project.id } })
const callsOf = ({ project }: ProjectActor) =>
  db.modelCall.findMany({
    where: { projectId: project.id },
    include: { text: true },
    orderBy: { id: 'asc' },
  })
const price = { input: 2, output: 8 }
const text = 'The Petrel left Bergen.'

describe('a caller', () => {
  it('keeps every call, and answers the same question from the store', async () => {
    const actor = await makeProject()
    const caller = await makeCaller(actor, fake.url, { price })
    const first = await caller.ask(nameShip, { text }, aboutShip)
    const again = await caller.ask(nameShip, { text }, aboutShip)
    expect(first).toMatchObject({ outcome: 'answer', callIds: [expect.any(String)] })
    expect(again).toEqual(first)
    expect(fake.standIn.counts.answered).toBe(1)
    const [row, ...others] = await callsOf(actor)
    expect(others).toEqual([])
    expect(row).toMatchObject({ state: 'settled', outcome: 'answer', prompt: 'name-ship', version: 1 })
    expect(row!.cost).toBeGreaterThan(0n)
    expect(row!.cost).toBeLessThanOrEqual(row!.reserved)
    expect(await budgetOf(actor)).toMatchObject({ reserved: 0n, spent: row!.cost })
    expect(caller.tally()).toMatchObject({ calls: 2, fromStore: 1, paid: 1, cost: Number(row!.cost) })
  })

  it('keeps an answer that is a text as it was said, asked for without a shape', async () => {
    const actor = await makeProject()
    const caller = await makeCaller(actor, fake.url)
    const inText = {
      ...nameShip,
      ...{
        isText: true,
        output: z.string().min(1),
        check: () => [],
        parameters: { topP: 0.95, maxTokens: 200 },
      },
    }
    const first = await caller.ask(inText, { text }, aboutShip)
    expect(first).toMatchObject({ outcome: 'answer', value: expect.stringMatching(/Petrel|left|Bergen/) })
    expect(await caller.ask(inText, { text }, aboutShip)).toEqual(first)
    expect(fake.standIn.counts.answered).toBe(1)
    expect(await callsOf(actor)).toMatchObject([
      { turn: 'only', shapeHash: null, parameters: { topP: 0.95 } },
    ])
  })

  it('pays once for a question that many ask at the same time', async () => {
    fake.standIn.settings.latencyMs = 50
    const actor = await makeProject()
    const callers = await Promise.all(Array.from({ length: 4 }, () => makeCaller(actor, fake.url)))
    const asked = await Promise.all(
      callers.flatMap((caller) => [1, 2].map(() => caller.ask(nameShip, { text }, aboutShip))),
    )
    expect(new Set(asked.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(fake.standIn.counts.answered).toBe(1)
  })

  it('asks anew what is to be fresh, once in a job, and the newer answer counts from then on', async () => {
    const actor = await makeProject()
    const connectionId = await makeConnection(actor, fake.url)
    const ask = async (isFresh: boolean, jobRunId: string | null = null) => {
      const caller = await makeCaller(actor, fake.url, { connectionId, jobRunId })
      return (await caller.ask(nameShip, { text }, { ...aboutShip, fresh: isFresh })).callIds[0]
    }
    const first = await ask(false)
    const job = await db.jobRun.create({
      data: { projectId: actor.project.id, kind: 'test', subjectId: 'x', startedBy: actor.id },
    })
    const fresh = await ask(true, job.id)
    expect(fresh).not.toBe(first)
    expect(await ask(true, job.id)).toBe(fresh)
    expect(await ask(false)).toBe(fresh)
    expect(fake.standIn.counts.answered).toBe(2)
    expect(await db.modelCall.findUnique({ where: { id: fresh! } })).toMatchObject({ insteadOfId: first })
    fake.standIn.settings.misbehave = { unauthorised: 1 }
    expect(await ask(true)).not.toBe(fresh)
    expect(await ask(false)).toBe(fresh)
  })

  it('keeps another project’s answer for itself, if that one’s lead allows it', async () => {
    const [payer, other] = [await makeProject(), await makeProject()]
    const ask = async (actor: ProjectActor) =>
      (await makeCaller(actor, fake.url, { price })).ask(nameShip, { text }, aboutShip)
    const paid = await ask(payer)
    await db.budget.updateMany({ where: { projectId: payer.project.id }, data: { shareAnswers: true } })
    const copied = await ask(other)
    expect(copied).toMatchObject({ outcome: 'answer', value: (paid as { value: unknown }).value })
    expect(fake.standIn.counts.answered).toBe(1)
    expect(await callsOf(other)).toMatchObject([
      { id: copied.callIds[0], copiedFromId: paid.callIds[0], cost: 0n, connectionId: null },
    ])
    const third = await makeProject()
    await db.budget.updateMany({ data: { shareAnswers: false } })
    await ask(third)
    expect(fake.standIn.counts.answered).toBe(2)
  })
})

describe('the budget', () => {
  it('is not overspent by many who ask at once, and what does not fit is not sent', async () => {
    const actor = await makeProject()
    await db.budget.create({ data: { projectId: actor.project.id, totalLimit: 1500n } })
    const caller = await makeCaller(actor, fake.url, { price: { input: 1, output: 1 } })
    const texts = Array.from({ length: 64 }, (_, at) => `Ship ${at}`)
    const asked = await Promise.all(texts.map((one) => caller.ask(nameShip, { text: one }, aboutShip)))
    const { reserved, spent } = await budgetOf(actor)
    expect(reserved).toBe(0n)
    expect(spent).toBeLessThanOrEqual(1500n)
    const outcomes = asked.map(({ outcome }) => outcome)
    expect(outcomes.filter((one) => one === 'over-budget').length).toBeGreaterThan(0)
    expect(outcomes.filter((one) => one === 'answer')).toHaveLength(fake.standIn.counts.answered)
    // Had the reservations of others counted for spent, far fewer would have been sent.
    expect(fake.standIn.counts.answered).toBeGreaterThan(10)
    expect(BigInt(caller.tally().cost)).toBe(spent)
  })

  it('has a limit for the day that is of that day', async () => {
    const actor = await makeProject()
    const projectId = actor.project.id
    await db.budget.create({ data: { projectId, dayLimit: 3000n, spent: 9000n } })
    await db.budgetDay.create({ data: { projectId, day: new Date(Date.now() - 86_400_000), spent: 9000n } })
    const caller = await makeCaller(actor, fake.url, { price })
    expect(await caller.ask(nameShip, { text }, aboutShip)).toMatchObject({ outcome: 'answer' })
    await db.budget.update({ where: { projectId }, data: { dayLimit: 100n } })
    expect(await caller.ask(nameShip, { text: 'Another' }, aboutShip)).toMatchObject({
      outcome: 'over-budget',
      message: expect.stringContaining('today'),
    })
  })
})

describe('a call that goes wrong', () => {
  const ask = async (wrong: string, given: { timeoutSeconds?: number; attempts?: number } = {}) => {
    const actor = await makeProject()
    const limits = { attempts: 2, ...given }
    const caller = await makeCaller(actor, fake.url, { model: `stand-in+${wrong}`, price, limits })
    const asked = await caller.ask(nameShip, { text }, aboutShip)
    const { reserved, spent } = await budgetOf(actor)
    const rows = await callsOf(actor)
    expect(reserved).toBe(0n)
    expect(rows.reduce((sum, { cost }) => sum + cost, 0n)).toBe(spent)
    return { asked, row: rows[0]!, rows }
  }

  it.each(['truncated', 'refusal', 'empty'])('is kept with what it cost: %s', async (wrong) => {
    const outcome = wrong === 'refusal' ? 'refused' : wrong
    const { asked, row } = await ask(wrong)
    expect(asked).toMatchObject({ outcome })
    expect(row).toMatchObject({ outcome, state: 'settled', presumed: 0n })
    expect(row.cost).toBeGreaterThan(0n)
    if (wrong === 'truncated') expect(row.text!.raw).not.toBe('')
    if (wrong === 'refusal') expect(row.message).toContain('cannot help')
  })

  it('is kept with its text where that has no shape', async () => {
    const { asked, rows } = await ask('wrong-schema')
    expect(asked).toMatchObject({ outcome: 'malformed', message: expect.stringMatching(/name/) })
    expect(rows.map(({ turn }) => turn)).toEqual(['only', 'repair'])
    for (const { text: said } of rows) expect(said!.raw).toContain('unexpected')
  })

  it.each([
    ['unauthorised', 'unauthorised'],
    ['out-of-money', 'out-of-money'],
    ['server-error', 'server'],
    ['overloaded', 'server'],
    ['rate-limited', 'rate-limited'],
    ['no-json-mode', 'no-json-mode'],
    ['not-the-api', 'not-the-api'],
  ])('costs nothing where nothing was answered: %s', async (wrong, failure) => {
    const { asked, row } = await ask(wrong)
    expect(asked).toMatchObject({ outcome: 'failed' })
    expect(row).toMatchObject({ outcome: 'failed', failure, cost: 0n, holds: false })
  })

  it('counts with all that it can have cost where it was sent and nothing came back', async () => {
    const { asked, row } = await ask('hang', { timeoutSeconds: 1 })
    expect(asked).toMatchObject({ outcome: 'failed' })
    expect(row).toMatchObject({ failure: 'timeout', attempts: 2 })
    expect(row.presumed).toBe(row.cost)
    expect(row.cost).toBe(row.reserved)
    expect(row.cost).toBeGreaterThan(2n * 8n * 200n)
  })

  it('is not sent again after an answer was lost on the way, where the budget would not bear both', async () => {
    const actor = await makeProject()
    await db.budget.create({ data: { projectId: actor.project.id, totalLimit: 3000n } })
    const caller = await makeCaller(actor, fake.url, {
      model: 'stand-in+cut',
      price,
      limits: { attempts: 5 },
    })
    expect(await caller.ask(nameShip, { text }, aboutShip)).toMatchObject({ outcome: 'failed' })
    expect((await callsOf(actor))[0]).toMatchObject({ failure: 'cut', attempts: 1 })
    expect((await budgetOf(actor)).spent).toBeLessThanOrEqual(3000n)
  })

  it('brings the same answers as a service that behaves, each paid once', async () => {
    const texts = Array.from({ length: 40 }, (_, at) => `The ship of number ${at}`)
    const answers = async () => {
      const actor = await makeProject()
      const limits = { attempts: 12 }
      const caller = await makeCaller(actor, fake.url, { price, limits })
      const asked = await Promise.all(texts.map((one) => caller.ask(nameShip, { text: one }, aboutShip)))
      return asked.map((one) => (one.outcome === 'answer' ? one.value : one))
    }
    const calm = await answers()
    expect(fake.standIn.counts.answered).toBe(40)
    const misbehave = { 'rate-limited': 0.1, overloaded: 0.1, cut: 0.05 }
    Object.assign(fake.standIn.settings, { misbehave, seed: 5 })
    expect(await answers()).toEqual(calm)
    expect(fake.standIn.counts.answered).toBe(80)
  })
})

describe('stopping', () => {
  it('ends what is under way at once, sends nothing more, and asks the rest when it is ordered again', async () => {
    fake.standIn.settings.latencyMs = 400
    const actor = await makeProject()
    const connectionId = await makeConnection(actor, fake.url, { price, limits: { concurrency: 4 } })
    const stop = new AbortController()
    const caller = await makeCaller(actor, fake.url, { connectionId, signal: stop.signal })
    const texts = Array.from({ length: 24 }, (_, at) => `Ship ${at}`)
    const asking = Promise.all(texts.map((one) => caller.ask(nameShip, { text: one }, aboutShip)))
    await expect.poll(() => fake.standIn.counts.answered).toBe(4)
    stop.abort()
    const outcomes = (await asking).map(({ outcome }) => outcome)
    const sent = fake.standIn.counts.requests
    expect(sent).toBeLessThanOrEqual(8)
    expect(outcomes.filter((one) => one === 'cancelled').length).toBeGreaterThanOrEqual(16)
    expect((await budgetOf(actor)).reserved).toBe(0n)
    const unsent = (await callsOf(actor)).filter(({ attempts }) => attempts === 0)
    expect(unsent.length).toBeGreaterThan(0)
    for (const { cost } of unsent) expect(cost).toBe(0n)
    fake.standIn.settings.latencyMs = 0
    const again = await makeCaller(actor, fake.url, { connectionId })
    await Promise.all(texts.map((one) => again.ask(nameShip, { text: one }, aboutShip)))
    expect(again.tally().fromStore).toBe(outcomes.filter((one) => one === 'answer').length)
  })
})
