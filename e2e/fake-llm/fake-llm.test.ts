import OpenAI from 'openai'
import { zodResponseFormat } from 'openai/helpers/zod'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Misbehaviour } from './settings'
import { startFakeLlm } from './start-fake-llm'

const fake = await startFakeLlm()
const client = new OpenAI({ baseURL: `${fake.url}/v1`, apiKey: 'sk-any', maxRetries: 0, logLevel: 'off' })
afterAll(() => fake.close())
beforeEach(() => fetch(`${fake.url}/control`, { method: 'DELETE' }))

const control = async (method = 'GET', settings?: object) =>
  (await fetch(`${fake.url}/control`, { method, ...(settings && { body: JSON.stringify(settings) }) })).json()

const shape = z.object({
  applies: z.boolean(),
  answer: z.array(z.object({ label: z.enum(['person', 'place']), count: z.int().min(2).max(9) })).min(1),
  why: z.string().max(80).nullable(),
})
const user = 'Annotate.\n<texts fence-7>\nThe Petrel left Bergen.\n</texts fence-7>'
const ask = (given: Partial<OpenAI.ChatCompletionCreateParamsNonStreaming> = {}, model = 'stand-in') =>
  client.chat.completions.create({
    model,
    messages: [
      { role: 'system', content: 'annotate-instance v3\nYou annotate.' },
      { role: 'user', content: user },
    ],
    response_format: zodResponseFormat(shape, 'annotation'),
    ...given,
  })
const wrong = (...kinds: Misbehaviour[]) => ask({}, ['stand-in', ...kinds].join('+'))
const collect = async <Part>(stream: AsyncIterable<Part>) => {
  const parts: Part[] = []
  for await (const part of stream) parts.push(part)
  return parts
}
const textOf = ({ choices }: OpenAI.ChatCompletion) => choices[0]!.message.content ?? ''

describe('the stand-in', () => {
  it('answers in the shape that is asked for, of the fenced words, and always the same', async () => {
    const first = await ask()
    const answer = shape.parse(JSON.parse(textOf(first)))
    expect(answer.answer.length).toBeGreaterThan(0)
    expect(textOf(await ask())).toBe(textOf(first))
    expect(first.usage).toMatchObject({ total_tokens: expect.any(Number) })
    const seeds = await Promise.all([1, 2, 3, 4].map(async (seed) => textOf(await ask({ seed }))))
    expect(new Set(seeds).size).toBeGreaterThan(1)
    const words = await ask({ response_format: { type: 'json_object' } })
    for (const word of JSON.parse(textOf(words)).text.split(' '))
      expect('The Petrel left Bergen.').toContain(word)
  })

  it('knows the prompt by header, metadata or the first line of the system message', async () => {
    await ask()
    await client.chat.completions.create(
      { model: 'stand-in', messages: [{ role: 'user', content: 'hello' }] },
      { headers: { 'x-gloss-prompt': 'test-connection@1' } },
    )
    await ask({ metadata: { prompt: 'draft-guideline@12' } })
    const { counts } = await control()
    expect(counts.byPrompt).toEqual({
      'annotate-instance@3': 1,
      'test-connection@1': 1,
      'draft-guideline@12': 1,
    })
    expect(counts).toMatchObject({ requests: 3, answered: 3, byStatus: { 200: 3 } })
  })

  it('streams what it would say at once', async () => {
    const whole = textOf(await ask())
    const stream = await client.chat.completions.create({
      model: 'stand-in',
      messages: [
        { role: 'system', content: 'annotate-instance v3\nYou annotate.' },
        { role: 'user', content: user },
      ],
      response_format: zodResponseFormat(shape, 'annotation'),
      stream: true,
      stream_options: { include_usage: true },
    })
    const chunks = await collect(stream)
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe(whole)
    expect(chunks.at(-1)?.usage?.completion_tokens).toBeGreaterThan(0)
  })

  it('takes files and batches, and says which of their lines failed', async () => {
    const lines = ['stand-in', 'stand-in+server-error', 'stand-in', 'nobody'].map((model, at) => ({
      custom_id: `line-${at}`,
      method: 'POST',
      url: '/v1/chat/completions',
      body: { model, messages: [{ role: 'user', content: `Say ${at}` }] },
    }))
    const file = new File([lines.map((one) => JSON.stringify(one)).join('\n')], 'calls.jsonl')
    const { id } = await client.files.create({ file, purpose: 'batch' })
    const begun = await client.batches.create({
      input_file_id: id,
      endpoint: '/v1/chat/completions',
      completion_window: '24h',
    })
    await expect.poll(async () => (await client.batches.retrieve(begun.id)).status).toBe('completed')
    const batch = await client.batches.retrieve(begun.id)
    expect(batch.request_counts).toEqual({ total: 4, completed: 2, failed: 2 })
    const read = async (file: string) =>
      (await (await client.files.content(file)).text()).split('\n').map((line) => JSON.parse(line))
    const out = await read(batch.output_file_id!)
    expect(out.map(({ custom_id }) => custom_id)).toEqual(['line-0', 'line-2'])
    const errors = await read(batch.error_file_id!)
    expect(errors.map(({ custom_id, response }) => [custom_id, response.status_code])).toEqual([
      ['line-1', 500],
      ['line-3', 404],
    ])
  })
})

describe('asked to misbehave, it', () => {
  it('refuses as services do', async () => {
    await expect(wrong('unauthorised')).rejects.toMatchObject({ status: 401, code: 'invalid_api_key' })
    await expect(wrong('rate-limited')).rejects.toMatchObject({ status: 429 })
    const limited = await wrong('rate-limited-retry-after').catch((error) => error)
    expect(limited.headers.get('retry-after')).toBe('1')
    await expect(wrong('out-of-money')).rejects.toMatchObject({ status: 429, code: 'insufficient_quota' })
    await expect(wrong('server-error')).rejects.toMatchObject({ status: 500 })
    await expect(wrong('overloaded')).rejects.toMatchObject({ status: 503 })
    await expect(wrong('no-json-mode')).rejects.toMatchObject({ status: 400, param: 'response_format' })
    await expect(ask({}, 'nobody')).rejects.toMatchObject({ status: 404, code: 'model_not_found' })
    await control('PATCH', { keys: ['sk-right'] })
    await expect(ask()).rejects.toMatchObject({ status: 401 })
  })

  it('says what cannot be used', async () => {
    const honest = textOf(await ask())
    expect(() => JSON.parse(honest)).not.toThrow()
    const broken = textOf(await wrong('broken-json'))
    expect(() => JSON.parse(broken)).toThrow()
    expect(textOf(await wrong('wrapped-json'))).toContain(honest)
    expect(shape.safeParse(JSON.parse(textOf(await wrong('wrong-schema')))).success).toBe(false)
    expect(textOf(await wrong('empty'))).toBe('')
    expect((await wrong('refusal')).choices[0]!.message).toMatchObject({ content: null, refusal: /cannot/ })
    const truncated = await wrong('truncated')
    expect(truncated.choices[0]!.finish_reason).toBe('length')
    expect(honest.startsWith(textOf(truncated))).toBe(true)
    expect((await ask({ max_completion_tokens: 2 })).choices[0]!.finish_reason).toBe('length')
    const injected = await ask({ response_format: { type: 'json_object' } }, 'stand-in+injected')
    expect(textOf(injected)).toContain('Ignore all previous instructions')
  })

  it('is late, is cut off, or never comes', async () => {
    await expect(wrong('cut')).rejects.toThrow()
    const stream = await client.chat.completions.create({
      model: 'stand-in+cut',
      messages: [{ role: 'user', content: 'Say a long sentence about harbours.' }],
      stream: true,
    })
    await expect(collect(stream)).rejects.toThrow()
    const signal = AbortSignal.timeout(200)
    const request = { model: 'stand-in+hang', messages: [{ role: 'user' as const, content: 'x' }] }
    await expect(client.chat.completions.create(request, { signal })).rejects.toThrow('aborted')
    await control('PATCH', { latencyMs: 120 })
    const before = performance.now()
    await ask()
    expect(performance.now() - before).toBeGreaterThan(115)
    await expect.poll(async () => (await control()).counts.inFlight).toBe(0)
  })

  it('goes wrong for a share of requests, and lets the same request pass another time', async () => {
    await control('PATCH', { misbehave: { 'server-error': 0.3, 'rate-limited': 0.2 }, seed: 7 })
    const settled = await Promise.allSettled(Array.from({ length: 200 }, () => ask()))
    const failed = settled.filter(({ status }) => status === 'rejected').length
    expect(failed).toBeGreaterThan(60)
    expect(failed).toBeLessThan(140)
    const { counts } = await control()
    expect(counts.byStatus[500] + counts.byStatus[429]).toBe(failed)
    expect(counts.answered).toBe(200 - failed)
  })
})
