import { setTimeout as sleep } from 'node:timers/promises'
import { jobIsOpen } from '@/lib/projects/model'
import { type JobView, readJobEndpoint } from '@/lib/projects/schema'
import { CommandFailure, exitCodes } from './failure'
import { showProgress } from './progress'
import { call, type Server } from './server'

const FIRST_PAUSE_MS = 150
const LAST_PAUSE_MS = 1000
const PATIENCE_MS = 60_000

type Awaited = { project: string; job: string; what: string }

/** Follows a job to its end. Ctrl-C stops the watching, not the job. */
export async function waitForJob(server: Server, input: Awaited): Promise<JobView> {
  const interrupted = () => leaveRunning(input)
  process.once('SIGINT', interrupted)
  try {
    const job = await follow(server, input)
    if (job.state === 'done') return job
    throw new CommandFailure(exitCodes.failed, sayHowItEnded(job, input), { code: job.state })
  } finally {
    process.off('SIGINT', interrupted)
  }
}

async function follow(server: Server, input: Awaited): Promise<JobView> {
  let progress: ReturnType<typeof showProgress> | undefined
  let pause = FIRST_PAUSE_MS
  for (;;) {
    const job = await read(server, input)
    progress ??= showProgress(input.what, job.unit)
    if (!jobIsOpen(job.state)) {
      progress.end(job.state)
      return job
    }
    progress.update(job.done, job.total)
    await sleep(pause)
    pause = Math.min(LAST_PAUSE_MS, pause * 1.3)
  }
}

/** A server that restarts is waited for: the job is in the database, not in the server. */
async function read(server: Server, input: Awaited): Promise<JobView> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      return await call(server, readJobEndpoint, { params: { project: input.project, job: input.job } })
    } catch (error) {
      const isGone = error instanceof CommandFailure && error.exitCode === exitCodes.unreachable
      if (!isGone || Date.now() > deadline) throw error
      await sleep(LAST_PAUSE_MS)
    }
  }
}

function sayHowItEnded(job: JobView, { what, project }: Awaited): string {
  if (job.state === 'cancelled') return `${what}: somebody cancelled it.`
  return `${what} failed: ${job.error?.message ?? 'no reason was given'}. Its log: npm run gloss -- status --project ${project}`
}

function leaveRunning({ what, project, job }: Awaited): never {
  process.stderr.write(
    `\n${what} goes on without us (job ${job}).\nLook at it with: npm run gloss -- status --project ${project}\n`,
  )
  process.exit(exitCodes.interrupted)
}
