import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import type { Caller } from '@/lib/calls/model'
import { openCaller } from '@/lib/calls/open-caller'
import type { Prompt } from '@/lib/calls/prompts/model'
import { addConnection } from '@/lib/connections/add-connection'
import { connectionInput } from '@/lib/connections/schema'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { makeProject } from '@/prisma/factories/people'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
afterAll(() => fake.close())
beforeEach(() => fetch(`${fake.url}/control`, { method: 'DELETE' }))

const nameShip: Prompt<{ text: string }, { name: string }> = {
  ...{ name: 'name-ship', version: 1, role: 'drafter', wordsHash: 'w'.repeat(64) },
  input: z.object({ text: z.string() }),
  output: z.object({ name: z.string() }),
  parameters: { maxTokens: 200 },
  write: ({ text }) => ({ system: 'Name the ship.', user: `<text>\n${text}\n</text>` }),
  check: () => [],
  repair: () => 'Again.',
}
const about = { kind: 'guideline', corpusId: null, key: 'vessel' }

async function open(
  actor: ProjectActor,
  given: { model?: string; price?: { input: number; output: number }; signal?: AbortSignal } = {},
): Promise<Caller> {
  const { model = 'stand-in', price } = given
  const input = connectionInput.parse({
    ...{ name: `Stand-in ${crypto.randomUUID()}`, baseUrl: `${fake.url}/v1`, key: 'sk-verdigris-and-ochre' },
    ...{ roles: { drafter: { model } }, prices: price ? { [model]: price } : {} },
  })
  const { id: connectionId } = await addConnection(actor, input)
  const { signal = new AbortController().signal } = given
  return openCaller({ projectId: actor.project.id, connectionId, role: 'drafter', jobRunId: null, signal })
}

describe('a caller', () => {
  it('keeps every call, and answers the same question from the store', async () => {
    const actor = await makeProject()
    const caller = await open(actor, { price: { input: 2, output: 8 } })
    const first = await caller.ask(nameShip, { text: 'The Petrel left Bergen.' }, { about })
    const again = await caller.ask(nameShip, { text: 'The Petrel left Bergen.' }, { about })
    expect(first).toMatchObject({ outcome: 'answer', callIds: [expect.any(String)] })
    expect(again).toEqual(first)
    expect(fake.standIn.counts.answered).toBe(1)
    const rows = await db.modelCall.findMany({
      where: { projectId: actor.project.id },
      include: { text: true },
    })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ state: 'settled', outcome: 'answer', prompt: 'name-ship', version: 1 })
    const budget = await db.budget.findUniqueOrThrow({ where: { projectId: actor.project.id } })
    expect(budget).toMatchObject({ reserved: 0n, spent: rows[0]!.cost })
    expect(caller.tally()).toMatchObject({ calls: 2, fromStore: 1, paid: 1, cost: Number(rows[0]!.cost) })
    expect(rows[0]!.cost).toBeGreaterThan(0n)
  })

  it('pays once for a question that many ask at the same time', async () => {
    fake.standIn.settings.latencyMs = 50
    const actor = await makeProject()
    const callers = await Promise.all(Array.from({ length: 4 }, () => open(actor)))
    const asked = await Promise.all(
      callers.flatMap((caller) => [1, 2].map(() => caller.ask(nameShip, { text: 'The Petrel' }, { about }))),
    )
    expect(new Set(asked.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(fake.standIn.counts.answered).toBe(1)
  })

  it('sends nothing over the budget', async () => {
    const actor = await makeProject()
    await db.budget.create({ data: { projectId: actor.project.id, totalLimit: 1000n } })
    const caller = await open(actor, { price: { input: 1, output: 1 } })
    const texts = Array.from({ length: 64 }, (_, at) => `Ship ${at}`)
    const asked = await Promise.all(texts.map((text) => caller.ask(nameShip, { text }, { about })))
    const budget = await db.budget.findUniqueOrThrow({ where: { projectId: actor.project.id } })
    expect(budget.reserved).toBe(0n)
    expect(budget.spent).toBeLessThanOrEqual(1000n)
    const outcomes = asked.map(({ outcome }) => outcome)
    expect(outcomes.filter((one) => one === 'over-budget').length).toBeGreaterThan(0)
    expect(outcomes.filter((one) => one === 'answer')).toHaveLength(fake.standIn.counts.answered)
    expect(BigInt(caller.tally().cost)).toBe(budget.spent)
  })
})
