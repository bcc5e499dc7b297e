import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { addConnection } from '@/lib/connections/add-connection'
import { changeConnection } from '@/lib/connections/change-connection'
import { presets } from '@/lib/connections/model'
import { listConnections, openConnection } from '@/lib/connections/queries'
import { removeConnection } from '@/lib/connections/remove-connection'
import { connectionInput } from '@/lib/connections/schema'
import { testConnection } from '@/lib/connections/test-connection'
import { testConnectionHandler } from '@/lib/connections/test-connection.job'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { makeJobContext } from '@/prisma/factories/jobs'
import { joinProject, makeProject } from '@/prisma/factories/people'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const KEY = 'sk-verdigris-and-ochre-1234'
const fake = await startFakeLlm({ keys: [KEY] })
afterAll(() => fake.close())
beforeEach(() => fetch(`${fake.url}/control`, { method: 'DELETE' }))

const reason = (given: string) => ({ details: { reason: given } })
const input = (given: object = {}) =>
  connectionInput.parse({
    ...{ name: 'Ours', baseUrl: `${fake.url}/v1/`, key: KEY },
    roles: { drafter: { model: 'stand-in', temperature: 0.2 }, judge: { model: 'stand-in-small' } },
    ...given,
  })
const add = (actor: ProjectActor, given: object = {}) => addConnection(actor, input(given))

describe('a connection', () => {
  it('shows how its key ends and keeps it sealed, in rows and in the log', async () => {
    const actor = await makeProject()
    const view = await add(actor)
    expect(view).toMatchObject({ name: 'Ours', baseUrl: `${fake.url}/v1`, hasKey: true, keyLastFour: '1234' })
    expect(view).toMatchObject({
      tested: null,
      limits: { concurrency: 8 },
      roles: { judge: { model: 'stand-in-small' } },
    })
    const rows = await db.$queryRaw`SELECT to_jsonb(c) FROM model_connection c WHERE id = ${view.id}::uuid`
    const log = await db.auditEntry.findMany({ where: { subjectId: view.id } })
    expect(log.map(({ action }) => action)).toEqual(['connection.added'])
    expect(JSON.stringify([view, rows, log.map(({ data }) => data)])).not.toContain('verdigris')
    expect((await openConnection(view.id))?.connection).toMatchObject({ key: KEY, timeoutMs: 120_000 })
    expect(await listConnections(actor)).toEqual({ items: [view] })
  })

  it('asks for the key again when its address changes, and opens it for no other address', async () => {
    const actor = await makeProject()
    const { id: connection } = await add(actor)
    const baseUrl = 'https://elsewhere.example.org/v1'
    const moving = changeConnection(actor, { connection, changes: { baseUrl } })
    await expect(moving).rejects.toMatchObject(reason('connection-key-needed'))
    await db.modelConnection.update({ where: { id: connection }, data: { baseUrl } })
    await expect(openConnection(connection)).rejects.toMatchObject(reason('sealed-by-another'))
    const anew = { baseUrl: `${fake.url}/v2`, key: 'sk-another-key-of-ours-5678' }
    const moved = await changeConnection(actor, { connection, changes: anew })
    expect(moved).toMatchObject({ baseUrl: `${fake.url}/v2`, keyLastFour: '5678' })
    const without = await changeConnection(actor, { connection, changes: { baseUrl, key: null } })
    expect(without).toMatchObject({ baseUrl, hasKey: false, keyLastFour: '' })
    expect((await openConnection(connection))?.connection.key).toBeNull()
    const renamed = await changeConnection(actor, { connection, changes: { name: 'Theirs' } })
    expect(renamed).toMatchObject({ name: 'Theirs', baseUrl, roles: { drafter: { temperature: 0.2 } } })
  })

  it('is a lead’s business, of its own project, under a name of its own', async () => {
    const actor = await makeProject()
    const { id: connection } = await add(actor)
    await expect(add(actor)).rejects.toMatchObject(reason('connection-name-taken'))
    await add(actor, { name: 'Theirs' })
    const taking = changeConnection(actor, { connection, changes: { name: 'Theirs' } })
    await expect(taking).rejects.toMatchObject(reason('connection-name-taken'))
    const annotator = await joinProject(actor.project.slug)
    await expect(listConnections(annotator)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(add(annotator)).rejects.toMatchObject({ code: 'forbidden' })
    const stranger = await makeProject()
    for (const deed of [
      () => removeConnection(stranger, { connection }),
      () => testConnection(stranger, { connection }),
      () => changeConnection(stranger, { connection, changes: { key: null } }),
    ])
      await expect(deed()).rejects.toMatchObject(reason('connection-unknown'))
    await removeConnection(actor, { connection })
    expect((await listConnections(actor)).items.map(({ name }) => name)).toEqual(['Theirs'])
    expect(await openConnection(connection)).toBeUndefined()
  })

  it('takes no address with a secret in it', () => {
    for (const baseUrl of [
      'ftp://example.org',
      'https://me:word@example.org/v1',
      'https://example.org/v1?key=x',
      'x',
    ])
      expect(connectionInput.safeParse({ name: 'Ours', baseUrl }).success, baseUrl).toBe(false)
    for (const { baseUrl, jsonMode } of presets)
      expect(connectionInput.parse({ name: 'Ours', baseUrl, jsonMode })).toMatchObject({ baseUrl })
  })
})

describe('the test of a connection', () => {
  async function test(given: object) {
    const actor = await makeProject()
    const { id } = await add(actor, given)
    await testConnectionHandler.run({ connectionId: id }, makeJobContext(actor))
    const [shown] = (await listConnections(actor)).items
    const { passed, checks } = shown!.tested!
    expect(JSON.stringify(shown)).not.toContain('verdigris')
    return {
      passed,
      told: checks.map(({ check, outcome, why }) => [check, outcome, why].filter(Boolean).join(' ')),
    }
  }
  const drafter = (model: string) => ({ roles: { drafter: { model } } })

  it('asks each model, and is forgotten when the connection changes', async () => {
    const actor = await makeProject()
    const { id: connection } = await add(actor)
    const { jobId } = await testConnection(actor, { connection })
    expect(await db.jobRun.findUnique({ where: { id: jobId } })).toMatchObject({ kind: 'test-connection' })
    await testConnectionHandler.run({ connectionId: connection }, makeJobContext(actor))
    const [shown] = (await listConnections(actor)).items
    expect(shown!.tested).toMatchObject({ passed: true, models: ['stand-in', 'stand-in-small'] })
    expect(shown!.tested!.checks.map(({ check, model }) => [check, model])).toEqual([
      ['reach', null],
      ['answer', 'stand-in'],
      ['answer', 'stand-in-small'],
    ])
    expect(fake.standIn.counts.byPrompt).toEqual({ 'test-connection@1': 2 })
    const changed = await changeConnection(actor, { connection, changes: { name: 'Theirs' } })
    expect(changed.tested).toBeNull()
  })

  it('says exactly what is wrong', async () => {
    const failed = (...told: string[]) => ({ passed: false, told })
    expect(await test({ key: 'sk-wrong' })).toEqual(failed('reach failed unauthorised'))
    expect(await test({ baseUrl: 'https://no.such.host.invalid/v1' })).toEqual(failed('reach failed dns'))
    expect(await test({ baseUrl: fake.url.replace('http:', 'https:') })).toEqual(failed('reach failed tls'))
    expect(await test({ baseUrl: 'http://169.254.169.254/v1' })).toEqual(
      failed('reach failed refused-address'),
    )
    expect(await test({ baseUrl: 'http://127.0.0.1:9/v1' })).toEqual(failed('reach failed unreachable'))
    expect(await test(drafter('nobody'))).toEqual(
      failed('reach passed', 'model doubtful not-listed', 'answer failed no-such-model'),
    )
    const listed = 'model doubtful not-listed'
    expect(await test(drafter('stand-in+no-json-mode'))).toEqual(
      failed('reach passed', listed, 'json failed no-json-mode'),
    )
    expect(await test(drafter('stand-in+wrong-schema'))).toEqual(
      failed('reach passed', listed, 'json failed malformed'),
    )
    expect(await test(drafter('stand-in+out-of-money'))).toEqual(
      failed('reach passed', listed, 'answer failed out-of-money'),
    )
  })

  it('tells a page of the web, or an address beside the API, from a service without models', async () => {
    const page = createServer((_request, response) => response.end('<h1>Welcome</h1>'))
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
    const { port } = page.address() as AddressInfo
    const told = ['reach doubtful not-the-api', 'answer failed not-the-api']
    const at = (baseUrl: string) => test({ ...drafter('stand-in'), baseUrl })
    expect(await at(`http://127.0.0.1:${port}/v1`)).toEqual({ passed: false, told })
    expect(await at(`${fake.url}/elsewhere`)).toEqual({ passed: false, told })
    page.close()
  })

  it('does not write over what a person changed while it ran', async () => {
    fake.standIn.settings.latencyMs = 200
    const actor = await makeProject()
    const { id: connection } = await add(actor)
    const running = testConnectionHandler.run({ connectionId: connection }, makeJobContext(actor))
    await expect.poll(() => fake.standIn.counts.requests).toBeGreaterThan(0)
    await changeConnection(actor, { connection, changes: { jsonMode: 'object' } })
    await running
    expect((await listConnections(actor)).items[0]!.tested).toBeNull()
  })
})
