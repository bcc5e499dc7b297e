import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { callModel } from '@/lib/platform/llm/call-model'
import type { Connection } from '@/lib/platform/llm/make-client'
import type { ModelRequest } from '@/lib/platform/llm/write-request'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const KEY = 'sk-verdigris-and-ochre'
const fake = await startFakeLlm()
afterAll(() => fake.close())
beforeEach(() => fetch(`${fake.url}/control`, { method: 'DELETE' }))

let connections = 0
const connect = (given: Partial<Connection> = {}): Connection => ({
  ...{ id: `connection-${connections++}`, baseUrl: `${fake.url}/v1`, key: KEY, jsonMode: 'schema' },
  ...{ pace: { concurrency: 8, requestsPerMinute: null }, timeoutMs: 5000, attempts: 1 },
  ...given,
})
const output = { name: 'guess', schema: z.object({ label: z.string(), sure: z.boolean() }) }
const request = (model = 'stand-in'): ModelRequest<{ label: string; sure: boolean }> => ({
  prompt: 'guess-label@1',
  model,
  messages: [{ role: 'user', content: 'What is the Petrel?' }],
  output,
})
const wrong = (kind: string, given: Partial<Connection> = {}) =>
  callModel(connect(given), request(`stand-in+${kind}`))

/** A server that is no model. */
async function serve(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, close: () => server.close() }
}

describe('a call', () => {
  it('gives the answer in its shape, and what it took', async () => {
    const outcome = await callModel(connect(), request())
    expect(outcome).toMatchObject({
      kind: 'answer',
      value: { label: expect.any(String), sure: expect.any(Boolean) },
      attempts: 1,
      finishReason: 'stop',
      servedModel: 'stand-in',
      tokens: { prompt: expect.any(Number), completion: expect.any(Number) },
    })
    expect(JSON.parse(outcome.raw)).toEqual((outcome as { value: unknown }).value)
    const streamed = await callModel(connect(), { ...request(), stream: true })
    expect(streamed).toMatchObject({ kind: 'answer', raw: outcome.raw, tokens: outcome.tokens })
    expect(fake.standIn.counts.byPrompt).toEqual({ 'guess-label@1': 2 })
  })

  it('reads JSON from between words, and calls malformed what is none or another', async () => {
    expect(await wrong('wrapped-json')).toMatchObject({ kind: 'answer' })
    expect(await wrong('broken-json')).toMatchObject({ kind: 'malformed', raw: expect.stringContaining('{') })
    expect(await wrong('wrong-schema')).toMatchObject({
      kind: 'malformed',
      message: expect.stringMatching(/label/),
    })
    expect(await wrong('no-json-mode', { jsonMode: 'object' })).toMatchObject({ failure: 'no-json-mode' })
    expect(await wrong('no-json-mode', { jsonMode: 'words' })).toMatchObject({ kind: 'malformed' })
  })

  it('tells refused, empty and truncated apart', async () => {
    expect(await wrong('refusal')).toMatchObject({
      kind: 'refused',
      message: 'I cannot help with this text.',
    })
    expect(await wrong('empty')).toMatchObject({ kind: 'empty' })
    expect(await wrong('truncated')).toMatchObject({ kind: 'truncated', finishReason: 'length' })
    expect((await wrong('truncated')).raw).not.toBe('')
  })

  it('says exactly why there is no answer, and never the key', async () => {
    const failureOf = async (kind: string) => {
      const outcome = await wrong(kind)
      expect(JSON.stringify(outcome)).not.toContain(KEY)
      return outcome.kind === 'failed' ? outcome.failure : outcome.kind
    }
    expect(await failureOf('unauthorised')).toBe('unauthorised')
    expect(await failureOf('rate-limited')).toBe('rate-limited')
    expect(await failureOf('out-of-money')).toBe('out-of-money')
    expect(await failureOf('server-error')).toBe('server')
    expect(await failureOf('overloaded')).toBe('server')
    expect(await failureOf('no-json-mode')).toBe('no-json-mode')
    expect(await failureOf('not-the-api')).toBe('not-the-api')
    expect(await failureOf('cut')).toBe('cut')
    expect(await callModel(connect(), request('nobody'))).toMatchObject({
      failure: 'no-such-model',
      status: 404,
    })
    const gone = await serve(() => undefined)
    gone.close()
    expect(await callModel(connect({ baseUrl: gone.url }), request())).toMatchObject({
      failure: 'unreachable',
    })
    const noTls = connect({ baseUrl: fake.url.replace('http:', 'https:') })
    expect(await callModel(noTls, request())).toMatchObject({ failure: 'tls' })
    const inner = connect({ baseUrl: 'http://10.0.0.1/v1' })
    expect(await callModel(inner, request())).toMatchObject({ failure: 'refused-address' })
    fake.standIn.settings.keys = ['another']
    const refused = await callModel(connect(), request())
    expect(refused).toMatchObject({ failure: 'unauthorised', message: expect.stringContaining('•••') })
    expect(JSON.stringify(refused)).not.toContain(KEY)
  })

  it('keeps what was said before a stream was cut', async () => {
    const streamed = {
      ...request('stand-in+cut'),
      stream: true,
      messages: [{ role: 'user' as const, content: 'x' }],
    }
    const outcome = await callModel(connect(), streamed)
    expect(outcome).toMatchObject({ kind: 'failed', failure: 'cut' })
    expect(outcome.raw).not.toBe('')
  })

  it('ends in time, and at once when it is stopped', async () => {
    expect(await wrong('hang', { timeoutMs: 150 })).toMatchObject({ failure: 'timeout' })
    const before = performance.now()
    const stopped = await callModel(connect(), request('stand-in+hang'), { signal: AbortSignal.timeout(100) })
    expect(stopped).toMatchObject({ kind: 'failed', failure: 'cancelled' })
    expect(performance.now() - before).toBeLessThan(2000)
    await expect.poll(() => fake.standIn.counts.inFlight).toBe(0)
  })
})

describe('what may pass by itself', () => {
  it('is tried again, a bounded number of times, and no sooner than the service wants', async () => {
    expect(await wrong('server-error', { attempts: 2 })).toMatchObject({ kind: 'failed', attempts: 2 })
    expect(await wrong('unauthorised', { attempts: 5 })).toMatchObject({ kind: 'failed', attempts: 1 })
    const before = performance.now()
    expect(await wrong('rate-limited-retry-after', { attempts: 2 })).toMatchObject({
      attempts: 2,
      retryAfterMs: 1000,
    })
    expect(performance.now() - before).toBeGreaterThan(990)
  })

  it('brings every call home through a service that fails often, with the answers of one that does not', async () => {
    const many = Array.from({ length: 40 }, (_, seed) => ({ ...request(), parameters: { seed } }))
    const raws = async (connection: Connection) =>
      (await Promise.all(many.map((one) => callModel(connection, one)))).map(({ kind, raw }) => [kind, raw])
    const calm = await raws(connect())
    Object.assign(fake.standIn.settings, {
      misbehave: { 'rate-limited': 0.1, overloaded: 0.1, cut: 0.1 },
      seed: 3,
    })
    expect(await raws(connect({ attempts: 10 }))).toEqual(calm)
    expect(fake.standIn.counts.answered).toBe(80)
  })

  it('makes the connection slower at a 429, within what the service bears', async () => {
    Object.assign(fake.standIn.settings, { capacity: 4, latencyMs: 20 })
    const connection = connect({ attempts: 12, pace: { concurrency: 16, requestsPerMinute: null } })
    const outcomes = await Promise.all(Array.from({ length: 48 }, () => callModel(connection, request())))
    expect(outcomes.every(({ kind }) => kind === 'answer')).toBe(true)
    expect(fake.standIn.counts.byStatus[429]).toBeLessThan(48)
  })
})

describe('a redirect', () => {
  it('is followed by hand: to where Gloss may go, without the key at another origin', async () => {
    const seen: (string | undefined)[] = []
    const target = await serve((incoming, response) => {
      seen.push(incoming.headers.authorization)
      response.writeHead(307, { location: `${fake.url}${incoming.url}` }).end()
    })
    expect(await callModel(connect({ baseUrl: `${target.url}/v1` }), request())).toMatchObject({
      kind: 'answer',
    })
    expect(seen).toEqual([`Bearer ${KEY}`])
    fake.standIn.settings.keys = [KEY]
    expect(await callModel(connect({ baseUrl: `${target.url}/v1` }), request())).toMatchObject({
      failure: 'unauthorised',
    })
    target.close()
  })

  it('leads to no address that is refused', async () => {
    for (const location of [
      'http://169.254.169.254/latest',
      'http://[::ffff:10.0.0.1]/',
      'file:///etc/passwd',
    ]) {
      const trap = await serve((_incoming, response) => response.writeHead(307, { location }).end())
      const outcome = await callModel(connect({ baseUrl: trap.url }), request())
      expect(outcome).toMatchObject({ failure: 'refused-address' })
      trap.close()
    }
  })
})
