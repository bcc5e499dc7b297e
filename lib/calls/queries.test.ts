import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { changeBudget } from '@/lib/calls/budgets/change-budget'
import { readBudget, readSpend } from '@/lib/calls/budgets/queries'
import { indexCalls } from '@/lib/calls/index-calls'
import { listWords } from '@/lib/calls/list-words'
import { listCalls, readCall } from '@/lib/calls/queries'
import { replayCall } from '@/lib/calls/replay-call'
import { replayCallHandler } from '@/lib/calls/replay-call.job'
import { sendAgain } from '@/lib/calls/send-again'
import { sendAgainHandler } from '@/lib/calls/send-again.job'
import { db, pool } from '@/lib/platform/db'
import { stopSending } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import type { ProjectActor } from '@/lib/projects/model'
import { aboutShip, makeCaller, makeConnection, nameShip, TEST_KEY } from '@/prisma/factories/calls'
import { makeJobContext } from '@/prisma/factories/jobs'
import { joinProject, makeProject } from '@/prisma/factories/people'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
afterAll(async () => {
  await fake.close()
  await stopSending()
})
beforeEach(() => fetch(`${fake.url}/control`, { method: 'DELETE' }))

const price = { input: 2, output: 8 }
const texts = ['The Petrel left Bergen.', 'The Kittiwake sank.', '海燕号离开卑尔根。']

async function askAll(model = 'stand-in') {
  const actor = await makeProject()
  const connectionId = await makeConnection(actor, fake.url, { price, model })
  const caller = await makeCaller(actor, fake.url, { connectionId })
  const ids: string[] = []
  for (const [at, text] of texts.entries()) {
    const about = { kind: 'guideline', corpusId: null, key: `label-${at}` }
    ids.push((await caller.ask(nameShip, { text }, { about })).callIds[0]!)
  }
  return { actor, connectionId, ids, caller }
}
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.details.reason,
  )
const context = async (actor: ProjectActor, { jobId }: { jobId: string }) =>
  makeJobContext(actor, { runId: jobId })

describe('the log of calls', () => {
  it('lists the newest first, page by page, by what people look for, without the texts', async () => {
    const { actor, ids } = await askAll()
    const list = async (query: object) =>
      (await listCalls(actor, { limit: 50, ...query })).items.map(({ id }) => id)
    expect(await list({})).toEqual(ids.toReversed())
    const page = await listCalls(actor, { limit: 2 })
    expect(await list({ cursor: page.nextCursor })).toEqual([ids[0]])
    expect(JSON.stringify(page)).not.toMatch(/messages|raw|Petrel/)
    expect(await list({ about: 'label-1' })).toEqual([ids[1]])
    expect(await list({ outcome: 'failed' })).toEqual([])
    expect(await list({ prompt: 'name-ship', model: 'stand-in', outcome: 'answer' })).toHaveLength(3)
  })

  it('finds words in what was asked and said, before and after they are indexed', async () => {
    const { actor, ids } = await askAll()
    const find = async (q: string, more = {}) =>
      (await listCalls(actor, { limit: 50, q, ...more })).items.map(({ id }) => id)
    const expectFound = async () => {
      expect(await find('petrel')).toEqual([ids[0]])
      expect(await find('PETREL bergen')).toEqual([ids[0]])
      expect(await find('海燕')).toEqual([ids[2]])
      expect(await find('label 1')).toEqual([ids[1]])
      expect(await find('the', { about: 'label-1' })).toEqual([ids[1]])
      expect(await find('petrel kittiwake')).toEqual([])
      expect(await find('!')).toEqual([])
    }
    await expectFound()
    while ((await indexCalls(2)) > 0);
    expect(await db.callUnread.count()).toBe(0)
    await expectFound()
    expect(listWords('Ａ ship, 海燕号 ship')).toEqual(['a', 'ship', '海', '海燕', '燕', '燕号', '号'])
  })

  it('shows one call whole', async () => {
    const { actor, ids } = await askAll('stand-in+wrong-schema')
    const [first] = await db.modelCall.findMany({
      where: { projectId: actor.project.id },
      orderBy: { id: 'asc' },
    })
    const whole = await readCall(actor, { call: first!.id })
    expect(whole).toMatchObject({
      outcome: 'malformed',
      input: { text: texts[0] },
      parameters: { maxTokens: 200 },
    })
    expect(whole.messages[1]!.content).toContain('Petrel')
    expect(whole.raw).toContain('unexpected')
    expect(whole.turns.map(({ turn }) => turn)).toEqual(['repair'])
    expect(ids).toHaveLength(3)
  })

  it('is for leads of the project', async () => {
    const { actor, ids, connectionId } = await askAll()
    const annotator = await joinProject(actor.project.slug)
    const stranger = await makeProject()
    for (const one of [
      () => listCalls(annotator, { limit: 1 }),
      () => readCall(annotator, { call: ids[0]! }),
      () => readBudget(annotator),
      () => readSpend(annotator, { days: 1 }),
      () => changeBudget(annotator, { changes: { totalLimit: 1 } }),
      () => sendAgain(annotator, { call: ids[0]! }),
    ])
      expect(await refusal(one())).toBe('role-needed')
    expect(await refusal(readCall(stranger, { call: ids[0]! }))).toBe('call-unknown')
    expect(await refusal(sendAgain(stranger, { call: ids[0]! }))).toBe('call-unknown')
    const replay = { call: ids[0]!, connectionId, model: 'stand-in' }
    expect(await refusal(replayCall(stranger, replay))).toBe('call-unknown')
    expect((await listCalls(stranger, { limit: 5 })).items).toEqual([])
  })
})

describe('asking once more', () => {
  it('puts the answer of another model beside the first', async () => {
    const { actor, ids, connectionId } = await askAll()
    const payload = { callId: ids[0]!, connectionId, model: 'stand-in-small' }
    const order = () => replayCall(actor, { call: ids[0]!, connectionId, model: 'stand-in-small' })
    const result = await replayCallHandler.run(payload, await context(actor, await order()))
    const { replays } = await readCall(actor, { call: ids[0]! })
    expect(replays).toMatchObject([{ id: (result as { callId: string }).callId, model: 'stand-in-small' }])
    await replayCallHandler.run(payload, await context(actor, await order()))
    expect(fake.standIn.counts.answered).toBe(4) // the second was in the store
    expect((await readCall(actor, { call: ids[0]! })).replays).toHaveLength(2)
  })

  it('gives the newer answer to whoever asks after that', async () => {
    const { actor, ids, caller } = await askAll()
    const order = await sendAgain(actor, { call: ids[0]! })
    await sendAgainHandler.run({ callId: ids[0]! }, await context(actor, order))
    await sendAgainHandler.run({ callId: ids[0]! }, await context(actor, order)) // the worker was killed at its end
    expect(fake.standIn.counts.answered).toBe(4)
    const about = { ...aboutShip.about, key: 'label-0' }
    const { callIds } = await caller.ask(nameShip, { text: texts[0]! }, { about })
    expect(await readCall(actor, { call: callIds[0]! })).toMatchObject({ insteadOfId: ids[0] })
  })

  it('needs the connection', async () => {
    const { actor, ids, connectionId } = await askAll()
    await db.modelConnection.delete({ where: { id: connectionId } })
    expect(await refusal(sendAgain(actor, { call: ids[0]! }))).toBe('call-connection-gone')
    expect(await readCall(actor, { call: ids[0]! })).toMatchObject({ connectionId: null })
  })
})

describe('what was spent', () => {
  it('adds up, by day, by prompt and by model, to the budget', async () => {
    const { actor } = await askAll()
    const { spent, reserved, today } = await readBudget(actor)
    expect([reserved, today.spent]).toEqual([0, spent])
    const spend = await readSpend(actor, { days: 7 })
    expect(spend.total).toMatchObject({ calls: 3, cost: spent })
    expect(spend.days).toMatchObject([{ day: today.day, cost: spent }])
    expect(spend.prompts).toMatchObject([{ prompt: 'name-ship', version: 1, cost: spent }])
    expect(spend.models).toMatchObject([{ model: 'stand-in', cost: spent }])
    const changed = await changeBudget(actor, { changes: { totalLimit: spent, dayLimit: null } })
    expect(changed).toMatchObject({ totalLimit: spent, dayLimit: null, spent })
    expect(
      await db.auditEntry.count({ where: { action: 'budget.changed', projectId: actor.project.id } }),
    ).toBe(1)
  })
})

describe('the key', () => {
  it('stands in no row, no answer and no log, also where the service repeats it', async () => {
    const lines: string[] = []
    const stream = log as unknown as Record<symbol, { write(line: string): void }>
    const symbol = Object.getOwnPropertySymbols(log).find((one) => String(one) === 'Symbol(pino.stream)')!
    const write = stream[symbol]!.write
    stream[symbol]!.write = (line) => void lines.push(line)
    fake.standIn.settings.keys = ['another']
    const { actor } = await askAll()
    log.warn('a line')
    stream[symbol]!.write = write
    const shown = await listCalls(actor, { limit: 50 })
    expect(shown.items[0]).toMatchObject({ failure: 'unauthorised', message: expect.stringContaining('•••') })
    const { rows } = await pool().query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    )
    const dump = await Promise.all(
      rows.map(async ({ name }) => JSON.stringify((await pool().query(`SELECT * FROM "${name}"`)).rows)),
    )
    expect(dump.join('')).toContain('•••')
    expect(lines.join('')).toContain('a line')
    for (const text of [...dump, ...lines, JSON.stringify(shown)]) expect(text).not.toContain(TEST_KEY)
  })
})
