import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { defineJob, type JobHandler, startJob, stopSending, workJobs } from '@/lib/platform/jobs'
import { makeProject } from '@/prisma/factories/people'

const job = defineJob({ name: 'stumble', unit: 'rows', payload: z.object({ over: z.string() }) })
const stumbles: Record<string, () => unknown> = {
  'what a person must mend': () => new AppError('invalid', 'That is no input.'),
  'a bad pattern': () => new SyntaxError('Invalid regular expression'),
  'a lost connection': () => new Error('Connection terminated unexpectedly'),
  'a lost service': () => new TypeError('fetch failed', { cause: new Error('ECONNRESET') }),
}
const tries = new Map<string, number>()
const handler: JobHandler<typeof job.payload> = {
  job,
  async run({ over }) {
    const before = tries.get(over) ?? 0
    tries.set(over, before + 1)
    if (before === 0) throw stumbles[over]!()
    return {}
  },
}

let stop: () => Promise<void>
beforeAll(async () => {
  stop = await workJobs([handler])
})
afterAll(async () => {
  await stop()
  await stopSending()
})

async function stateAfter(over: string) {
  const actor = await makeProject()
  const id = await db.$transaction((tx) =>
    startJob(tx, actor, { job, projectId: actor.project.id, subjectId: actor.project.id, payload: { over } }),
  )
  const state = async () => (await db.jobRun.findUniqueOrThrow({ where: { id } })).state
  await expect.poll(state, { timeout: 40_000 }).toMatch(/done|failed/)
  return state()
}

it.each(['what a person must mend', 'a bad pattern'])('fails at once over %s', async (over) => {
  expect(await stateAfter(over)).toBe('failed')
  expect(tries.get(over)).toBe(1)
})

it.each(['a lost connection', 'a lost service'])('is tried again after %s', async (over) => {
  expect(await stateAfter(over)).toBe('done')
  expect(tries.get(over)).toBe(2)
})
