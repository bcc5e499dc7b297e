import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Settings } from '@/e2e/fake-llm/settings'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { draftGuidelines } from '@/lib/artifacts/draft-guidelines'
import { draftGuidelinesHandler } from '@/lib/artifacts/draft-guidelines.job'
import type { DraftingResult } from '@/lib/artifacts/drafting/model'
import { db } from '@/lib/platform/db'
import { Cancelled } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { draftAll } from '@/prisma/factories/artifacts'
import { connectModels } from '@/prisma/factories/connections'
import { fromMarked, makeLabelledCorpus } from '@/prisma/factories/corpora'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'
import { readShared } from '@/prisma/factories/shared-corpora'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
afterAll(() => fake.close())
beforeEach(() => fetch(`${fake.url}/control`, { method: 'DELETE' }))

/** What passes when it is asked again, and what was paid and brought nothing. */
const misbehave: Settings['misbehave'] = {
  ...{ 'rate-limited': 0.05, 'rate-limited-retry-after': 0.03, 'server-error': 0.05, overloaded: 0.03 },
  ...{ unauthorised: 0.03, cut: 0.05, hang: 0.02, slow: 0.02, refusal: 0.04, empty: 0.04, truncated: 0.04 },
  ...{ 'broken-json': 0.04, 'wrapped-json': 0.03, 'wrong-schema': 0.05 },
}
const limits = { concurrency: 8, requestsPerMinute: null, timeoutSeconds: 3, attempts: 6, batchPercent: 100 }

const LATENCY_MS = 150

type Rows = { text: string; gold: unknown }[]

const kinds = ['vessel', 'place', 'person', 'line', 'cargo', 'crew', 'port', 'storm']
const own: Rows = Array.from({ length: 24 }, (_, at) => {
  const [one, other] = [kinds[at % kinds.length]!, kinds[(at * 3 + 1) % kinds.length]!]
  const { text, spans } = fromMarked(
    `The [Grey ${one} ${at % 5}|${one}] met the [Old ${other}|${other}] on day ${at}.`,
  )
  return { text, gold: { spans } }
})
const files = ['train', 'dev'].map((split) => `ner/crossner-politics-${split}.txt`)
const read = await Promise.all(files.map((file) => readShared(file, { format: 'conll', taskForm: 'ner' })))
const politics = read.every((rows) => rows !== null) ? read.flat() : null
const corpora: [string, Rows][] = [
  ['a small corpus', own],
  ...(politics ? [['CrossNER politics', politics] as [string, Rows]] : []),
]

async function prepare(rows: Rows) {
  const actor = await makeProject({ role: 'lead' })
  const corpus = await makeLabelledCorpus(actor, { name: 'Corpus', taskForm: 'ner', rows })
  const connectionId = await connectModels(actor, fake, { limits })
  return { actor, corpus, connectionId }
}

async function contentsOf(corpus: { id: string }): Promise<Map<string, unknown>> {
  const versions = await db.version.findMany({
    where: { artifact: { corpusId: corpus.id } },
    include: { artifact: true, draft: true },
  })
  expect(versions.every(({ draft }) => draft?.state === 'waiting')).toBe(true)
  expect(new Set(versions.map(({ artifact }) => artifact.key)).size).toBe(versions.length)
  return new Map(versions.map(({ artifact, content }) => [artifact.key, content]))
}

/** What was paid by our own books: every whole answer once, and no question that has one asked again. */
async function books({ project }: ProjectActor) {
  const where = { projectId: project.id }
  const calls = await db.modelCall.findMany({ where })
  const paid = calls.filter(({ outcome }) => outcome !== null && outcome !== 'failed')
  const answers = calls
    .filter(({ outcome }) => outcome === 'answer')
    .map(({ requestHash }) => Buffer.from(requestHash).toString('hex'))
  expect(new Set(answers).size).toBe(answers.length)
  const budget = await db.budget.findUniqueOrThrow({ where: { projectId: project.id } })
  expect(budget.reserved).toBe(0n)
  expect(budget.spent).toBe(calls.reduce((sum, { cost }) => sum + cost, 0n))
  return {
    paid: paid.length,
    lost: calls.filter(({ state }) => state === 'lost').length,
    spent: budget.spent,
  }
}

describe.each(corpora)('%s, drafted while the service misbehaves', (_name, rows) => {
  it('becomes the same drafts, none lost, none paid twice, within the budget', async () => {
    const honest = await prepare(rows)
    await draftAll(honest.actor, { corpus: honest.corpus.id, by: { connectionId: honest.connectionId } })
    const wanted = await contentsOf(honest.corpus)
    expect(wanted.size).toBeGreaterThan(7)

    await fetch(`${fake.url}/control`, { method: 'DELETE' })
    Object.assign(fake.standIn.settings, { misbehave, retryAfterSeconds: 0, seed: 7 })
    const { actor, corpus, connectionId } = await prepare(rows)
    await db.budget.create({ data: { projectId: actor.project.id, totalLimit: 20_000_000n } })
    let labels: string[] | undefined
    for (let round = 0; round < 8; round++) {
      const { result } = await draftAll(actor, { corpus: corpus.id, labels, by: { connectionId } })
      const { missed, failed, asked } = result as DraftingResult
      expect(missed).toHaveLength(failed)
      for (const { callIds, outcome } of missed)
        expect([outcome, callIds.length > 0]).toEqual([outcome, true])
      expect(asked!.calls).toBeGreaterThan(0)
      labels = missed.map(({ key }) => key)
      if (labels.length === 0) break
    }
    expect(labels).toEqual([])
    expect(await contentsOf(corpus)).toEqual(wanted)
    const { paid, spent } = await books(actor)
    expect(paid).toBe(fake.standIn.counts.answered)
    expect(spent).toBeLessThanOrEqual(20_000_000n)
  })
})

describe('a job that drafts by models', () => {
  it('goes on when its process was killed: what is answered is not asked again', async () => {
    fake.standIn.settings.latencyMs = LATENCY_MS
    const { actor, corpus, connectionId } = await prepare(own)
    const { jobId } = await draftGuidelines(actor, { corpus: corpus.id, by: { connectionId } })
    const payload = { corpusId: corpus.id, again: 'never' as const, by: { connectionId } }
    const script = fileURLToPath(new URL('../../../prisma/factories/draft-script.ts', import.meta.url))
    const child = fork(script, [JSON.stringify({ actor, runId: jobId, payload })], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, GLOSS_MODEL_NETWORKS: 'loopback' },
    })
    const { counts } = fake.standIn
    await expect.poll(() => counts.answered, { timeout: 60_000, interval: 5 }).toBeGreaterThan(5)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await sleep(3 * LATENCY_MS) // the service goes on with what was under way, and counts it
    const before = await contentsOf(corpus)
    const settled = await db.modelCall.count({ where: { projectId: actor.project.id, state: 'settled' } })
    const asked = counts.answered
    const result = await draftGuidelinesHandler.run(payload, makeJobContext(actor, { runId: jobId }))
    expect(result).toMatchObject({ drafted: kinds.length, failed: 0, left: 0 })
    const { paid, lost } = await books(actor)
    expect(paid).toBe(2 * kinds.length)
    expect(counts.answered - asked).toBe(paid - settled)
    expect(counts.answered).toBeLessThanOrEqual(paid + lost)
    const after = await contentsOf(corpus)
    for (const [label, content] of before) expect(after.get(label)).toEqual(content)
  }, 120_000)

  it('stops when the budget is used up, says what to do, and drafts only the rest when it is raised', async () => {
    const { actor, corpus, connectionId } = await prepare(own)
    const { project } = actor
    const order = { corpus: corpus.id, by: { connectionId } }
    await db.budget.create({ data: { projectId: project.id, totalLimit: 60_000n } })
    await expect(draftAll(actor, order)).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'over-budget', params: { drafted: expect.any(Number), open: expect.any(Number) } },
    })
    const { spent } = await books(actor)
    expect(spent).toBeLessThanOrEqual(60_000n)
    await db.jobRun.updateMany({ where: { projectId: project.id }, data: { state: 'failed' } })
    await db.budget.update({ where: { projectId: project.id }, data: { totalLimit: null } })
    await draftAll(actor, order)
    expect((await contentsOf(corpus)).size).toBe(kinds.length)
    const { paid } = await books(actor)
    expect(paid).toBe(2 * kinds.length)
    expect(fake.standIn.counts.answered).toBe(paid)
  })

  it('pays for nothing more once a person has cancelled it', async () => {
    fake.standIn.settings.latencyMs = 200
    const { actor, corpus, connectionId } = await prepare(own)
    const { jobId } = await draftGuidelines(actor, { corpus: corpus.id, by: { connectionId } })
    const abort = new AbortController()
    const payload = { corpusId: corpus.id, again: 'never' as const, by: { connectionId } }
    const running = draftGuidelinesHandler.run(
      payload,
      makeJobContext(actor, { runId: jobId, signal: abort.signal }),
    )
    const ended = expect(running).rejects.toBeInstanceOf(Cancelled)
    await expect.poll(() => fake.standIn.counts.inFlight, { timeout: 30_000 }).toBeGreaterThan(0)
    abort.abort()
    await ended
    const { requests } = fake.standIn.counts
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(fake.standIn.counts.requests).toBe(requests)
    await books(actor)
  })
})
