import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NewCall, reserveCalls, reserveMore } from '@/lib/calls/reserve-calls'
import { settleCalls } from '@/lib/calls/settle-calls'
import { db } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/hash'
import { timeId } from '@/lib/platform/time-id'
import type { ProjectActor } from '@/lib/projects/model'
import { makeConnection } from '@/prisma/factories/calls'
import { makeProject } from '@/prisma/factories/people'

const newCall = (connectionId: string, given: { reserved: number; question?: string }): NewCall => ({
  ...{ id: timeId(), connectionId, connectionName: 'Any', jobRunId: null, workerId: null, batchId: null },
  ...{ prompt: 'name-ship', version: 1, wordsHash: 'w', inputHash: 'i', shapeHash: null, turn: 'only' },
  ...{ role: 'drafter', model: 'any', parameters: {}, aboutKind: 'guideline', aboutCorpusId: null },
  ...{ aboutKey: 'vessel', candidate: 0, price: null, beforeId: null, replayOfId: null, freshSince: null },
  ...{ decisionIds: [], input: {}, messages: [], reserved: given.reserved },
  requestHash: sha256(given.question ?? crypto.randomUUID()),
})

const settlement = (id: string, cost: number, isAnswer: boolean) => ({
  ...{
    id,
    outcome: isAnswer ? ('answer' as const) : ('failed' as const),
    failure: isAnswer ? null : 'server',
  },
  ...{ message: '', attempts: 1, latencyMs: 1, promptTokens: 1, completionTokens: 1, finishReason: 'stop' },
  ...{ servedModel: null, cost, presumed: 0, raw: '{}', value: {} },
})

/** What the rows say, whatever the sums say. */
async function sumsOf(projectId: string) {
  const calls = await db.modelCall.findMany({ where: { projectId } })
  const sum = (state: string, figure: 'reserved' | 'cost') =>
    calls.filter((call) => call.state === state).reduce((total, call) => total + Number(call[figure]), 0)
  return { reserved: sum('reserved', 'reserved'), spent: sum('settled', 'cost') + sum('lost', 'cost') }
}

async function expectBooked(projectId: string) {
  const budget = await db.budget.findUniqueOrThrow({ where: { projectId } })
  const days = await db.budgetDay.findMany({ where: { projectId } })
  const booked = { reserved: Number(budget.reserved), spent: Number(budget.spent) }
  const byDay = {
    reserved: days.reduce((sum, day) => sum + Number(day.reserved), 0),
    spent: days.reduce((sum, day) => sum + Number(day.spent), 0),
  }
  const rows = await sumsOf(projectId)
  expect(booked).toEqual(rows)
  expect(byDay).toEqual(rows)
  return booked
}

describe('a budget', () => {
  it('is kept to the micro by any number of clients that reserve, add and settle at once', async () => {
    const project = async (): Promise<{ actor: ProjectActor; connectionId: string }> => {
      const actor = await makeProject()
      return { actor, connectionId: await makeConnection(actor, 'http://127.0.0.1:9') }
    }
    const sums = fc.array(fc.nat(5_000), { minLength: 1, maxLength: 6 })
    const clients = fc.array(fc.record({ sums, share: fc.double({ min: 0, max: 1, noNaN: true }) }), {
      minLength: 2,
      maxLength: 24,
    })
    const limits = fc.record({
      total: fc.integer({ min: 0, max: 60_000 }),
      day: fc.integer({ min: 0, max: 60_000 }),
    })
    await fc.assert(
      fc.asyncProperty(clients, limits, async (asking, { total, day }) => {
        const { actor, connectionId } = await project()
        const projectId = actor.project.id
        await db.budget.create({ data: { projectId, totalLimit: BigInt(total), dayLimit: BigInt(day) } })
        const most = Math.min(total, day)
        let highest = 0
        let isOver = false
        const watching = (async () => {
          while (!isOver) {
            const [row] = await db.$queryRaw<{ sum: number }[]>`
              SELECT (spent + reserved)::float8 AS sum FROM budget WHERE project_id = ${projectId}::uuid`
            highest = Math.max(highest, row!.sum)
          }
        })()
        await Promise.all(
          asking.map(async ({ sums: wanted, share }, client) => {
            const calls = wanted.map((reserved) => newCall(connectionId, { reserved }))
            const results = await reserveCalls(projectId, calls)
            const reserved = calls.filter((_, at) => results[at] === 'reserved')
            const [first] = reserved
            const isMore = first ? await reserveMore(projectId, { callId: first.id, sum: 7 }) : false
            const cost = (call: NewCall) =>
              Math.floor((call.reserved + (isMore && call === first ? 7 : 0)) * share)
            if (client % 5 !== 4)
              await settleCalls(
                projectId,
                reserved.map((call, at) => settlement(call.id, cost(call), at % 3 !== 2)),
              )
          }),
        )
        isOver = true
        await watching
        const { reserved, spent } = await expectBooked(projectId)
        expect(Math.max(highest, reserved + spent)).toBeLessThanOrEqual(most)
      }),
      { numRuns: Number(process.env.GLOSS_FUZZ_RUNS ?? 12) },
    )
  })

  it('lets one of many have a question, and the next only when that one failed', async () => {
    const actor = await makeProject()
    const connectionId = await makeConnection(actor, 'http://127.0.0.1:9')
    const ask = async () => {
      const call = newCall(connectionId, { reserved: 10, question: 'The same' })
      return { call, result: (await reserveCalls(actor.project.id, [call]))[0]! }
    }
    const asked = await Promise.all(Array.from({ length: 20 }, ask))
    expect(asked.map(({ result }) => result).toSorted()).toEqual([...Array(19).fill('busy'), 'reserved'])
    const { call } = asked.find(({ result }) => result === 'reserved')!
    await settleCalls(actor.project.id, [settlement(call.id, 0, false)])
    const next = await ask()
    expect(next.result).toBe('reserved')
    await settleCalls(actor.project.id, [settlement(next.call.id, 5, true)])
    expect((await ask()).result).toBe('busy')
    expect(await expectBooked(actor.project.id)).toEqual({ reserved: 0, spent: 5 })
  })

  it('tells what will fit later from what never will', async () => {
    const actor = await makeProject()
    const projectId = actor.project.id
    const connectionId = await makeConnection(actor, 'http://127.0.0.1:9')
    await db.budget.create({ data: { projectId, totalLimit: 100n } })
    const reserve = async (...sums: number[]) =>
      reserveCalls(
        projectId,
        sums.map((reserved) => newCall(connectionId, { reserved })),
      )
    expect(await reserve(60, 41, 40, 101, 0, 1)).toEqual([
      ...['reserved', 'later', 'reserved', 'over-total', 'reserved', 'later'],
    ])
  })
})
