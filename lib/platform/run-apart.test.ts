import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError, Cancelled, ProcessLost } from '@/lib/platform/errors'
import type { JobContext, JobStep } from '@/lib/platform/jobs'
import { runApart } from '@/lib/platform/run-apart'

const script = fileURLToPath(new URL('../../prisma/factories/apart-script.ts', import.meta.url))
const own = process.execArgv

beforeAll(() => {
  process.execArgv = ['--import', 'tsx']
})
afterAll(() => {
  process.execArgv = own
})

/** What the parent hears; `onProgress` may throw, as a cancelled job's does, or end the process. */
function listen(onProgress: (step: JobStep | undefined) => void = () => {}) {
  const heard: { notes: JobStep[]; done: number[] } = { notes: [], done: [] }
  const context: JobContext = {
    ...{ runId: 'r', projectId: 'p', startedBy: 'ida' },
    signal: new AbortController().signal,
    note: (step) => heard.notes.push(step),
    async progress({ done, step }) {
      heard.done.push(done)
      onProgress(step)
    },
  }
  return { heard, context }
}

const pidIn = (step: JobStep | undefined) => Number(step?.params?.pid)

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('a job in a process of its own', () => {
  it('says how far it is and what comes of it, and its process ends', async () => {
    const { heard, context } = listen()
    const result = await runApart(script, { job: 'count', payload: 'x' }, context)
    expect(result).toEqual({ payload: 'x', startedBy: 'ida' })
    expect(heard.done).toEqual([2])
    const pid = pidIn(heard.notes[0])
    expect(pid).not.toBe(process.pid)
    await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false)
  })

  it('fails with the error that a person can act on', async () => {
    const failing = runApart(script, { job: 'refuse', payload: null }, listen().context)
    await expect(failing).rejects.toThrow(AppError)
    await expect(failing).rejects.toMatchObject({
      code: 'conflict',
      message: 'Not now.',
      details: { reason: 'not-now', params: { at: 3 } },
    })
  })

  it('stops when it is cancelled', async () => {
    const { context } = listen(() => {
      throw new Cancelled()
    })
    await expect(runApart(script, { job: 'go-on', payload: null }, context)).rejects.toThrow(Cancelled)
  })

  it('is lost, not failed, when its process is killed', async () => {
    const { context } = listen((step) => process.kill(pidIn(step), 'SIGKILL'))
    await expect(runApart(script, { job: 'go-on', payload: null }, context)).rejects.toThrow(ProcessLost)
  })

  it('fails when there is no such job', async () => {
    const failing = runApart(script, { job: 'unheard-of', payload: null }, listen().context)
    await expect(failing).rejects.toThrow('There is no job "unheard-of".')
  })
})
