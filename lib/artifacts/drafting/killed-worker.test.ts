import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { draftGuidelines } from '@/lib/artifacts/draft-guidelines'
import { changeBudget } from '@/lib/calls/budgets/change-budget'
import { db } from '@/lib/platform/db'
import { stopSending } from '@/lib/platform/jobs'
import type { ProjectActor } from '@/lib/projects/model'
import { readJob } from '@/lib/projects/queries'
import { resumeJob } from '@/lib/projects/resume-job'
import { connectModels } from '@/prisma/factories/connections'
import { fromMarked, makeLabelledCorpus } from '@/prisma/factories/corpora'
import { joinProject, makeProject } from '@/prisma/factories/people'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
const workers: ChildProcess[] = []
beforeEach(() => fetch(`${fake.url}/control`, { method: 'DELETE' }))
afterEach(() => Promise.all(workers.splice(0).map(kill)))
afterAll(async () => {
  await fake.close()
  await stopSending()
})

const LONG_MS = 240_000
const within = { timeout: 120_000, interval: 50 }
const kinds = ['vessel', 'place', 'person', 'line', 'cargo', 'crew', 'port', 'storm']
const rows = Array.from({ length: 24 }, (_, at) => {
  const [one, other] = [kinds[at % kinds.length]!, kinds[(at * 3 + 1) % kinds.length]!]
  const { text, spans } = fromMarked(`The [Grey ${one} ${at}|${one}] met the [Old ${other}|${other}].`)
  return { text, gold: { spans } }
})

/** The worker as it is in production, with all that it does. */
function startWorker(): ChildProcess {
  const env = { ...process.env, LOG_LEVEL: 'fatal' }
  const worker = spawn(process.execPath, ['--import', 'tsx', 'lib/worker.ts'], { env, stdio: 'inherit' })
  workers.push(worker)
  return worker
}

async function kill(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const ended = once(worker, 'exit')
  worker.kill('SIGKILL')
  await ended
}

async function prepare() {
  const actor = await makeProject({ role: 'lead' })
  const corpus = await makeLabelledCorpus(actor, { name: 'Corpus', taskForm: 'ner', rows })
  const limits = {
    concurrency: 4,
    requestsPerMinute: null,
    timeoutSeconds: 30,
    attempts: 3,
    batchPercent: 100,
  }
  return { actor, corpus, connectionId: await connectModels(actor, fake, { limits }) }
}

const stateOf = async (actor: ProjectActor, job: string) => (await readJob(actor, { job })).state

/** What waits in the queue, once for each label; and that our books agree with themselves: no answer twice, no money held. */
async function settleUp(actor: ProjectActor, corpus: { id: string }) {
  const drafts = await db.version.findMany({
    where: { artifact: { corpusId: corpus.id }, draft: { state: 'waiting' } },
    include: { artifact: true },
  })
  expect(drafts.map(({ artifact }) => artifact.key).sort()).toEqual([...kinds].sort())
  const calls = await db.modelCall.findMany({ where: { projectId: actor.project.id } })
  const answers = calls.filter(({ outcome }) => outcome === 'answer')
  const asked = answers.map(({ requestHash }) => Buffer.from(requestHash).toString('hex'))
  expect(new Set(asked).size).toBe(answers.length)
  const budget = await db.budget.findUniqueOrThrow({ where: { projectId: actor.project.id } })
  expect(budget.reserved).toBe(0n)
  expect(budget.spent).toBe(calls.reduce((sum, { cost }) => sum + cost, 0n))
  const lost = calls.filter(({ state }) => state === 'lost')
  return { answers: answers.length, lost: lost.length }
}

describe('a worker that is killed while models draft', () => {
  it(
    'loses nothing and has nothing paid twice: another goes on',
    async () => {
      const { actor, corpus, connectionId } = await prepare()
      fake.standIn.settings.latencyMs = 300
      const { jobId } = await draftGuidelines(actor, { corpus: corpus.id, by: { connectionId } })
      const first = startWorker()
      await expect.poll(() => fake.standIn.counts.answered, within).toBeGreaterThan(5)
      await kill(first)
      await expect.poll(() => fake.standIn.counts.inFlight, within).toBe(0)
      fake.standIn.settings.latencyMs = 0
      const kept = await db.modelCall.count({ where: { projectId: actor.project.id, outcome: 'answer' } })
      const heard = fake.standIn.counts.answered
      expect(await stateOf(actor, jobId)).toBe('running')
      startWorker()
      await expect.poll(() => stateOf(actor, jobId), within).toBe('done')
      const { answers, lost } = await settleUp(actor, corpus)
      expect(answers).toBe(2 * kinds.length)
      // Only what had no answer in the store was asked again, and what may have been paid is in the books.
      expect(fake.standIn.counts.answered - heard).toBe(answers - kept)
      expect(fake.standIn.counts.answered).toBeLessThanOrEqual(answers + lost)
    },
    LONG_MS,
  )

  it(
    'leaves its batch files at the service, and another collects them into the queue',
    async () => {
      const { actor, corpus, connectionId } = await prepare()
      fake.standIn.settings.batchMs = 3_000
      const order = { corpus: corpus.id, by: { connectionId }, isBatch: true }
      const { jobId } = await draftGuidelines(actor, order)
      const sent = () => fake.standIn.counts.byPath['POST /v1/batches'] ?? 0
      const first = startWorker()
      await expect.poll(sent, within).toBe(1)
      await kill(first)
      startWorker()
      await expect.poll(() => stateOf(actor, jobId), within).toBe('done')
      expect(await settleUp(actor, corpus)).toEqual({ answers: 2 * kinds.length, lost: 0 })
      expect(sent()).toBe(2) // one for the prose, one for its form
      expect(fake.standIn.counts.answered).toBe(2 * kinds.length)
      expect(fake.standIn.counts.byPath['POST /v1/chat/completions']).toBeUndefined()
    },
    LONG_MS,
  )
})

describe('a job that ended because the budget was used up', () => {
  it(
    'goes on once a lead has raised the limit, and asks only what is missing',
    async () => {
      const { actor, corpus, connectionId } = await prepare()
      await changeBudget(actor, { changes: { totalLimit: 60_000 } })
      const { jobId } = await draftGuidelines(actor, { corpus: corpus.id, by: { connectionId } })
      await expect(resumeJob(actor, { job: jobId })).rejects.toMatchObject({
        details: { reason: 'job-stays' },
      })
      startWorker()
      await expect.poll(() => stateOf(actor, jobId), within).toBe('failed')
      expect(await readJob(actor, { job: jobId })).toMatchObject({
        canGoOn: true,
        error: { reason: 'over-budget' },
      })
      await changeBudget(actor, { changes: { totalLimit: null } })
      const annotator = await joinProject(actor.project.slug, { role: 'annotator' })
      await expect(resumeJob(annotator, { job: jobId })).rejects.toMatchObject({ code: 'forbidden' })
      expect(await resumeJob(actor, { job: jobId })).toMatchObject({ id: jobId, canGoOn: false, error: null })
      await expect.poll(() => stateOf(actor, jobId), within).toBe('done')
      expect(await settleUp(actor, corpus)).toEqual({ answers: 2 * kinds.length, lost: 0 })
      expect(fake.standIn.counts.answered).toBe(2 * kinds.length)
      const told = await db.auditEntry.findMany({ where: { subjectId: jobId, action: 'job.resumed' } })
      expect(told).toMatchObject([{ actorId: actor.id }])
    },
    LONG_MS,
  )
})
