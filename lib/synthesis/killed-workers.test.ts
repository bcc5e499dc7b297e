import { type ChildProcess, spawn } from 'node:child_process'
import { afterEach, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { composeRunHandler } from '@/lib/synthesis/compose-run.job'
import { startRun } from '@/lib/synthesis/start-run'
import { makeCorpus } from '@/prisma/factories/corpora'
import { quietContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'
import { makeRecipe, makeRelease, makeRun } from '@/prisma/factories/synthesis'

const SENTENCES = Array.from(
  { length: 2500 },
  (_, at) => `[Ferry ${at}|vessel] left [Port ${at % 97}|place] at ${at} with ${at * 7} crates.`,
)
const soon = { timeout: 100_000, interval: 100 }

const workers: ChildProcess[] = []
afterEach(() => {
  for (const worker of workers.splice(0)) worker.kill('SIGKILL')
})

function startWorker(): ChildProcess {
  const worker = spawn(process.execPath, ['--import', 'tsx', 'lib/worker.ts'], { stdio: 'ignore' })
  workers.push(worker)
  return worker
}

async function kill(worker: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  worker.kill('SIGKILL')
  await ended
}

it('a run whose worker is killed in the middle is finished by another, with the same bytes', async () => {
  const actor = await makeProject()
  const corpus = await makeCorpus(actor, { sentences: SENTENCES })
  const release = await makeRelease(actor, [{ corpusId: corpus.id, label: 'vessel' }])
  const recipe = makeRecipe({ corpora: [corpus.id], copies: 20 })
  const whole = await makeRun(actor, { releaseId: release.id, recipe })
  await composeRunHandler.run({ runId: whole.id }, { ...quietContext, projectId: actor.project.id })
  const { sha256, instructionCount } = await db.run.findUniqueOrThrow({ where: { id: whole.id } })

  const first = startWorker()
  const { run, jobId } = await startRun(actor, { release: release.number, recipe })
  const parts = (state: string) => db.runPart.count({ where: { runId: run.id, state } })
  await expect.poll(() => parts('held'), soon).toBeGreaterThan(0)
  const second = startWorker()
  await expect.poll(() => parts('done'), soon).toBeGreaterThan(0)
  await kill(first)
  expect(await db.run.findUniqueOrThrow({ where: { id: run.id } })).toMatchObject({ state: 'running' })

  const made = () => db.run.findUniqueOrThrow({ where: { id: run.id } })
  await expect.poll(async () => (await made()).state, soon).toBe('done')
  expect(await made()).toMatchObject({ sha256, instructionCount })
  await expect
    .poll(async () => (await db.jobRun.findUniqueOrThrow({ where: { id: jobId } })).state, soon)
    .toBe('done')
  expect(second.exitCode).toBeNull()
}, 200_000)
