import { type ChildProcess, fork } from 'node:child_process'
import type { Json } from '@/lib/platform/db'
import { AppError, Cancelled, type ErrorCode, type ErrorDetails, ProcessLost } from '@/lib/platform/errors'
import type { JobContext, JobStep } from '@/lib/platform/jobs'

/** What a process that runs one job says, and what it is told. */
export type FromApart =
  | { says: 'progress'; now: Parameters<JobContext['progress']>[0] }
  | { says: 'note'; step: JobStep }
  | { says: 'done'; result: Json | undefined }
  | { says: 'failed'; failure: Failure }
export type ToApart =
  | {
      says: 'run'
      job: string
      payload: unknown
      given: Pick<JobContext, 'runId' | 'projectId' | 'startedBy'>
    }
  | { says: 'cancel' }

/** An error on its way between two processes. */
export type Failure = { name?: string; message: string; stack?: string | undefined } & (
  | { kind: 'cancelled' | 'other' }
  | { kind: 'app'; code: ErrorCode; details: ErrorDetails }
)

/** By this word a script knows that it was started to run one job. */
export const APART = '--apart'

// A heap that may be small is kept small: the collector waits longer, the more memory it is allowed.
const MEMORY = ['--max-old-space-size=1024']
const MEMORY_ENVIRONMENT = { MALLOC_ARENA_MAX: '2' }
const FROM_OUTSIDE = new Set(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'])

/** Starts a script so that its memory stays as small as that of a job's own process. */
export function forkSmall(script: string, args: string[] = []): ChildProcess {
  return fork(script, args, {
    execArgv: [...process.execArgv, ...MEMORY],
    env: { ...process.env, ...MEMORY_ENVIRONMENT },
    serialization: 'advanced',
  })
}

/** Runs a job in a process of its own, whose memory goes with it. That process ends when this one does, however it goes. */
export function runApart(
  script: string,
  asked: { job: string; payload: unknown },
  context: JobContext,
): Promise<Json | undefined> {
  const { runId, projectId, startedBy } = context
  return new Promise((resolve, reject) => {
    const child = forkSmall(script, [APART])
    const tell = (message: ToApart) => child.connected && child.send(message, () => undefined)
    const cancel = () => tell({ says: 'cancel' })
    child.on('message', (message: FromApart) => {
      if (message.says === 'progress') context.progress(message.now).catch(cancel)
      else if (message.says === 'note') context.note(message.step)
      else if (message.says === 'done') resolve(message.result)
      else reject(errorOf(message.failure))
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      if (signal && FROM_OUTSIDE.has(signal)) reject(new ProcessLost(signal))
      else reject(new Error(`The process of this job ended with ${signal ?? `code ${code}`}.`))
    })
    tell({ says: 'run', ...asked, given: { runId, projectId, startedBy } })
  })
}

function errorOf(failure: Failure): Error {
  if (failure.kind === 'cancelled') return new Cancelled()
  if (failure.kind === 'app') return new AppError(failure.code, failure.message, failure.details)
  return Object.assign(new Error(failure.message), { name: failure.name ?? 'Error', stack: failure.stack })
}
