import { type ChildProcess, spawn } from 'node:child_process'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { markLost } from '@/lib/calls/mark-lost'
import { settleCalls } from '@/lib/calls/settle-calls'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { aboutShip, makeCaller, makeConnection, nameShip } from '@/prisma/factories/calls'
import { makeProject } from '@/prisma/factories/people'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
afterAll(() => fake.close())
beforeEach(() => fetch(`${fake.url}/control`, { method: 'DELETE' }))

const texts = Array.from({ length: 12 }, (_, at) => `Ship ${at}`)
const price = { input: 2, output: 8 }
const budgetOf = ({ project }: ProjectActor) =>
  db.budget.findUniqueOrThrow({ where: { projectId: project.id } })

/** A process that asks all, and is killed while it waits for answers. */
async function killWhileAsking(actor: ProjectActor, connectionId: string): Promise<void> {
  const args = [
    '--import',
    'tsx',
    'prisma/factories/call-script.ts',
    actor.project.id,
    connectionId,
    ...texts,
  ]
  const child: ChildProcess = spawn(process.execPath, args, { env: process.env, stdio: 'inherit' })
  await expect.poll(() => fake.standIn.counts.inFlight, { timeout: 40_000 }).toBe(8)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

/** As if the time had passed in which a process that lives would have said so. */
const passTime = () => db.callWorker.updateMany({ data: { seenAt: new Date(Date.now() - 60_000) } })

describe('calls of a worker that was killed', () => {
  it('count as spent, and are asked again by whoever does the work again', async () => {
    const actor = await makeProject()
    const connectionId = await makeConnection(actor, fake.url, { price, limits: { concurrency: 8 } })
    fake.standIn.settings.latencyMs = 60_000
    await killWhileAsking(actor, connectionId)
    fake.standIn.settings.latencyMs = 0
    const held = await budgetOf(actor)
    expect(held.reserved).toBeGreaterThan(0n)
    expect(held.spent).toBe(0n)
    expect(await markLost()).toBe(0) // it may only be slow

    const caller = await makeCaller(actor, fake.url, { connectionId })
    const asked = Promise.all(texts.map((text) => caller.ask(nameShip, { text }, aboutShip)))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(fake.standIn.counts.answered).toBe(0) // waits for what the other asks
    await passTime()
    const [one, two] = await Promise.all([markLost(), markLost()])
    expect(one + two).toBe(texts.length)
    expect((await asked).every(({ outcome }) => outcome === 'answer')).toBe(true)

    const { reserved, spent } = await budgetOf(actor)
    expect(reserved).toBe(0n)
    expect(spent).toBe(held.reserved + BigInt(caller.tally().cost))
    const days = await db.budgetDay.findMany({ where: { projectId: actor.project.id } })
    expect(days).toMatchObject([{ reserved: 0n, spent }])
    const lost = await db.modelCall.findMany({ where: { projectId: actor.project.id, state: 'lost' } })
    expect(lost).toHaveLength(texts.length)
    for (const { cost, reserved: most, presumed } of lost) expect([cost, presumed]).toEqual([most, most])
  })

  it('are settled after all, where the worker was only slow', async () => {
    const actor = await makeProject()
    const caller = await makeCaller(actor, fake.url, { price })
    fake.standIn.settings.latencyMs = 500
    const asking = caller.ask(nameShip, { text: 'The Petrel' }, aboutShip)
    await expect.poll(() => fake.standIn.counts.inFlight).toBe(1)
    await passTime()
    expect(await markLost()).toBe(1)
    expect(await asking).toMatchObject({ outcome: 'answer' })
    const [call] = await db.modelCall.findMany({ where: { projectId: actor.project.id } })
    expect(call).toMatchObject({ state: 'settled', outcome: 'answer' })
    expect(call!.cost).toBeLessThan(call!.reserved)
    expect(await budgetOf(actor)).toMatchObject({ reserved: 0n, spent: call!.cost })
  })

  it('are booked once, however often they are settled', async () => {
    const actor = await makeProject()
    const caller = await makeCaller(actor, fake.url, { price })
    await caller.ask(nameShip, { text: 'The Petrel' }, aboutShip)
    const [call] = await db.modelCall.findMany({ where: { projectId: actor.project.id } })
    const before = await budgetOf(actor)
    const again = {
      id: call!.id,
      outcome: 'answer' as const,
      failure: null,
      message: '',
      raw: '',
      value: null,
    }
    const figures = {
      attempts: 1,
      latencyMs: 1,
      promptTokens: 1,
      completionTokens: 1,
      cost: 999,
      presumed: 0,
    }
    await settleCalls(actor.project.id, [{ ...again, ...figures, finishReason: null, servedModel: null }])
    expect(await budgetOf(actor)).toEqual(before)
  })
})
