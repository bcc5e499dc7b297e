import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { collectBatchHandler } from '@/lib/calls/batches/collect-batch.job'
import { collectBatchJob } from '@/lib/calls/jobs'
import { db } from '@/lib/platform/db'
import { stopSending } from '@/lib/platform/jobs'
import type { ProjectActor } from '@/lib/projects/model'
import { aboutShip, makeCaller, makeConnection, nameShip } from '@/prisma/factories/calls'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
afterAll(async () => {
  await fake.close()
  await stopSending()
})
beforeEach(() => fetch(`${fake.url}/control`, { method: 'DELETE' }))

const price = { input: 2, output: 8 }
const texts = Array.from({ length: 30 }, (_, at) => `Ship ${at}`)

/** Asks all in a batch. The collection is ordered, and done by whom the test says. */
async function order(
  actor: ProjectActor,
  given: { attempts?: number; batchPercent?: number; signal?: AbortSignal } = {},
) {
  const { attempts = 5, batchPercent = 100, signal } = given
  const limits = { attempts, batchPercent }
  const connectionId = await makeConnection(actor, fake.url, { price, limits })
  const run = await db.jobRun.create({
    data: { projectId: actor.project.id, kind: 'test', subjectId: 'x', startedBy: actor.id },
  })
  const ask = async () => {
    const caller = await makeCaller(actor, fake.url, {
      connectionId,
      jobRunId: run.id,
      isBatch: true,
      signal,
    })
    const asked = texts.map((text) => caller.ask(nameShip, { text }, aboutShip))
    return { caller, asked: Promise.all(asked) }
  }
  const first = await ask()
  const { id: batchId } = await expectJob(actor)
  return { ...first, batchId, ask }
}

async function expectJob(actor: ProjectActor) {
  const find = () =>
    db.jobRun.findFirst({ where: { projectId: actor.project.id, kind: collectBatchJob.name } })
  await expect.poll(find, { timeout: 10_000 }).not.toBeNull()
  return { id: (await find())!.subjectId }
}

const collect = (actor: ProjectActor, batchId: string, signal?: AbortSignal) =>
  collectBatchHandler.run({ batchId }, makeJobContext(actor, signal ? { signal } : {}))
const budgetOf = ({ project }: ProjectActor) =>
  db.budget.findUniqueOrThrow({ where: { projectId: project.id } })

describe('a batch', () => {
  it('holds the price of all before it is sent, and brings the answers that single calls would', async () => {
    const actor = await makeProject()
    const { asked, batchId, caller } = await order(actor)
    expect(fake.standIn.counts.requests).toBe(0)
    expect((await budgetOf(actor)).reserved).toBeGreaterThan(30n * 8n * 200n)
    await collect(actor, batchId)
    const answers = await asked
    expect(fake.standIn.counts.byPrompt).toEqual({ 'name-ship@1': 30 })
    expect(fake.standIn.counts.byPath).toMatchObject({ 'POST /v1/files': 1, 'POST /v1/batches': 1 })
    const { reserved, spent } = await budgetOf(actor)
    expect(reserved).toBe(0n)
    expect(caller.tally()).toMatchObject({ calls: 30, fromStore: 0, paid: 30, cost: Number(spent) })
    const single = await makeCaller(await makeProject(), fake.url)
    const alone = await Promise.all(texts.map((text) => single.ask(nameShip, { text }, aboutShip)))
    const saidIn = (one: object) => ('value' in one ? one.value : one)
    expect(answers.map(saidIn)).toEqual(alone.map(saidIn))
  })

  it('costs the share of the price that the connection says', async () => {
    const [half, single] = [await makeProject(), await makeProject()]
    const { asked, batchId } = await order(half, { batchPercent: 50 })
    await collect(half, batchId)
    await asked
    const connectionId = await makeConnection(single, fake.url, { price, limits: { batchPercent: 50 } })
    const caller = await makeCaller(single, fake.url, { connectionId })
    await Promise.all(texts.map((text) => caller.ask(nameShip, { text }, aboutShip)))
    const { spent } = await budgetOf(single)
    expect(spent).toBeGreaterThan(0n)
    expect((await budgetOf(half)).spent * 2n).toBe(spent)
  })

  it('is collected by another worker where the first was ended, and sent to the service once', async () => {
    fake.standIn.settings.batchMs = 1_000
    const actor = await makeProject()
    const { asked, batchId } = await order(actor)
    const first = collect(actor, batchId)
    await expect.poll(() => fake.standIn.counts.byPath['POST /v1/batches']).toBe(1)
    // As if it had been ended after the service took it and before that was written down.
    await db.callBatch.update({ where: { id: batchId }, data: { state: 'gathered', numberAtService: null } })
    await Promise.all([collect(actor, batchId), first])
    expect((await asked).every(({ outcome }) => outcome === 'answer')).toBe(true)
    expect(fake.standIn.counts.byPath['POST /v1/batches']).toBe(1)
    expect(fake.standIn.counts.answered).toBe(30)
  })

  it('gives what failed to the service again, and keeps what was answered', async () => {
    Object.assign(fake.standIn.settings, { misbehave: { overloaded: 0.4 }, seed: 2 })
    const actor = await makeProject()
    const { asked, batchId } = await order(actor, { attempts: 12 })
    const result = await collect(actor, batchId)
    expect((await asked).every(({ outcome }) => outcome === 'answer')).toBe(true)
    expect(fake.standIn.counts.answered).toBe(30)
    expect((result as { rounds: number }).rounds).toBeGreaterThan(1)
    expect(await budgetOf(actor)).toMatchObject({ reserved: 0n })
  })

  it('ends with what the service said where all of it is refused', async () => {
    const actor = await makeProject()
    const { asked, batchId } = await order(actor)
    fake.standIn.settings.keys = ['another']
    await collect(actor, batchId)
    expect(new Set((await asked).map(({ outcome }) => outcome))).toEqual(new Set(['failed']))
    const calls = await db.modelCall.findMany({ where: { batchId } })
    expect(new Set(calls.map(({ failure }) => failure))).toEqual(new Set(['unauthorised']))
    expect(await budgetOf(actor)).toMatchObject({ reserved: 0n, spent: 0n })
  })

  it('is cancelled at the service when the job that asked is', async () => {
    fake.standIn.settings.batchMs = 60_000
    const actor = await makeProject()
    const stop = new AbortController()
    const { asked, batchId } = await order(actor, { signal: stop.signal })
    const collecting = collect(actor, batchId)
    await expect.poll(() => fake.standIn.counts.byPath['POST /v1/batches']).toBe(1)
    stop.abort()
    expect(new Set((await asked).map(({ outcome }) => outcome))).toEqual(new Set(['cancelled']))
    await collecting
    expect(fake.standIn.counts.byPath['POST /v1/batches/{id}/cancel']).toBe(1)
    expect(await db.callBatch.findUnique({ where: { id: batchId } })).toMatchObject({ state: 'cancelled' })
    expect(await budgetOf(actor)).toMatchObject({ reserved: 0n, spent: 0n })
  })

  it('that was ordered again after a crash is waited for, not asked twice', async () => {
    const actor = await makeProject()
    const { ask, batchId, asked } = await order(actor)
    const again = await ask()
    await collect(actor, batchId)
    expect(await again.asked).toEqual(await asked)
    expect(fake.standIn.counts.answered).toBe(30)
  })
})
