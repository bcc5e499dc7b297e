import type { PgBoss } from 'pg-boss'
import type { z } from 'zod'
import { db, type Json, jsonNull, type Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { AppError, Cancelled, ProcessLost } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import type { Actor } from '@/lib/platform/model'

/** A kind of long work. The handler lives elsewhere, in `<verb>-<noun>.job`, and only the worker knows it. */
export type JobDefinition<Payload extends z.ZodType = z.ZodType> = {
  name: string
  payload: Payload
  /** What `done` and `total` count, e.g. `bytes` or `labels`. */
  unit: string
  /** How many a worker does at once, where most of the work is waiting. */
  atOnce?: number
  /** Can it go on where it failed, once a person has done something about the reason? */
  goesOn?: boolean
}

export function defineJob<Payload extends z.ZodType>(
  definition: JobDefinition<Payload>,
): JobDefinition<Payload> {
  return definition
}

/** What a job is doing, in words: a key of the screens' `jobs.steps` messages with its values. */
export type JobStep = { key: string; params?: Record<string, string | number> }

export type JobContext = {
  runId: string
  projectId: string
  startedBy: string
  /** Aborts when a person cancels. */
  signal: AbortSignal
  /** Reports how far the work is; written at most twice a second. Throws Cancelled once a person has cancelled. */
  progress(now: { done: number; total?: number | null; step?: JobStep }): Promise<void>
  /** Adds a line to the log that people can open on the job's card (the last 200 are kept). */
  note(step: JobStep): void
}

export type JobHandler<Payload extends z.ZodType = z.ZodType> = {
  job: JobDefinition<Payload>
  /** Is it so much work that it gets a process of its own, whose memory goes with it? */
  isHeavy?(payload: z.output<Payload>): Promise<boolean>
  /** May run twice: reads fresh rows, skips what is finished. What it returns is the run's result. */
  run(payload: z.output<Payload>, context: JobContext): Promise<Json | undefined>
  /** Tidies up after a cancellation or a final failure. */
  ended?(payload: z.output<Payload>, state: 'cancelled' | 'failed', context: JobContext): Promise<void>
}

/** Runs a job in a process of its own. */
export type RunApart = (
  asked: { job: string; payload: unknown },
  context: JobContext,
) => Promise<Json | undefined>

/** A handler that is loaded, with all that it needs, when there is work for it. */
export function laterHandler<Payload extends z.ZodType>(
  job: JobDefinition<Payload>,
  load: () => Promise<JobHandler<Payload>>,
  isHeavy?: (payload: z.output<Payload>) => Promise<boolean>,
): JobHandler<Payload> {
  return {
    job,
    isHeavy: isHeavy ?? (async () => false),
    run: async (payload, context) => (await load()).run(payload, context),
    ended: async (payload, state, context) => (await load()).ended?.(payload, state, context),
  }
}

const RETRIES = 3
/** A killed worker is no failure of the job: that often more it is given to another. */
const LOST_WORKERS = 20
const LISTEN_MS = 1_000
const queueOptions = {
  retryLimit: RETRIES + LOST_WORKERS,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 10,
  expireInSeconds: 86_000,
  heartbeatSeconds: 10,
}

const kept = globalThis as unknown as { glossBoss?: Promise<PgBoss> }

/** pg-boss for sending. Queues and pg-boss's own tables are made at first use. */
async function boss(): Promise<PgBoss> {
  kept.glossBoss ??= startBoss({ supervise: false, schedule: false })
  return kept.glossBoss
}

async function startBoss(options: {
  supervise: boolean
  schedule: boolean
  superviseIntervalSeconds?: number
  monitorIntervalSeconds?: number
}): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss')
  const started = new PgBoss({ connectionString: env().DATABASE_URL, max: 3, ...options })
  // Not the error itself: it carries the whole connection, and with it the password of the database.
  started.on('error', ({ message, code }: Error & { code?: string }) =>
    log.error({ message, code }, 'pg-boss'),
  )
  await started.start()
  return started
}

export async function stopSending(): Promise<void> {
  const started = await kept.glossBoss
  kept.glossBoss = undefined
  await started?.stop({ graceful: false })
}

/** Enqueues work and its visible row in the caller's transaction. Returns the run's id. */
export async function startJob<Payload extends z.ZodType>(
  tx: Tx,
  actor: Actor,
  input: {
    job: JobDefinition<Payload>
    projectId: string
    subjectId: string
    payload: z.input<Payload>
    total?: number
    /** The job that this is a part of, which shows it: lists do not. */
    partOf?: string
  },
): Promise<string> {
  const { job, projectId, subjectId } = input
  const payload = job.payload.parse(input.payload) as object
  const run = await tx.jobRun.create({
    data: {
      projectId,
      kind: job.name,
      subjectId,
      unit: job.unit,
      total: input.total ?? null,
      partOfId: input.partOf ?? null,
      startedBy: actor.id,
      ...(job.goesOn && { payload: payload as Json }),
    },
  })
  await sendJob(tx, job.name, { runId: run.id, payload })
  return run.id
}

/** Enqueues work for a row that is there. */
export async function sendJob(tx: Tx, name: string, data: { runId: string; payload: object }): Promise<void> {
  const sender = await boss()
  await sender.createQueue(name, queueOptions)
  const { fromPrisma } = await import('pg-boss')
  await sender.send(name, data, { db: fromPrisma(tx) })
}

/**
 * Starts working on all handlers' queues. The returned function stops taking work and waits for what runs. Heavy jobs are run
 * `apart`, if that is given.
 */
export async function workJobs(
  handlers: JobHandler[],
  options: { concurrency?: number; apart?: RunApart } = {},
): Promise<() => Promise<void>> {
  const worker = await startBoss({
    supervise: true,
    schedule: false,
    // The first is the longer one: a queue that was looked at less than the second ago is passed over.
    superviseIntervalSeconds: 3,
    monitorIntervalSeconds: 2,
  })
  for (const handler of handlers) {
    await worker.createQueue(handler.job.name, queueOptions)
    await worker.work<{ runId: string; payload: unknown }>(
      handler.job.name,
      {
        pollingIntervalSeconds: 0.5,
        batchSize: 1,
        localConcurrency: handler.job.atOnce ?? options.concurrency ?? 1,
        includeMetadata: true,
        heartbeatRefreshSeconds: 3,
      },
      async ([job]) => {
        if (!job) return
        const lastTry = job.retryCount >= RETRIES
        await runJob(handler, job.data, { lastTry, apart: options.apart })
      },
    )
  }
  return () => worker.stop({ graceful: true, timeout: 20_000 })
}

async function runJob(
  handler: JobHandler,
  data: { runId: string; payload: unknown },
  { lastTry, apart }: { lastTry: boolean; apart: RunApart | undefined },
): Promise<void> {
  const row = await db.jobRun.findUnique({ where: { id: data.runId } })
  if (!row || row.state === 'done' || row.state === 'cancelled') return
  const payload = handler.job.payload.parse(data.payload)
  const context = jobContext(row)
  const finish = (state: string, more: { error?: Json; result?: Json }) =>
    db.jobRun.update({
      where: { id: row.id },
      data: { state, finishedAt: new Date(), heartbeatAt: new Date(), log: context.lines(), ...more },
    })
  // A job that waits for others, a model say, is to hear of its cancellation too.
  const listening = setInterval(() => void context.flush().catch(() => undefined), LISTEN_MS)
  try {
    const startedAt = row.startedAt ?? new Date()
    await db.jobRun.update({
      where: { id: row.id },
      data: { state: 'running', startedAt, heartbeatAt: new Date(), error: jsonNull },
    })
    const isApart = apart && (await handler.isHeavy?.(payload))
    const result = isApart
      ? await apart({ job: handler.job.name, payload }, context)
      : await handler.run(payload, context)
    await context.flush()
    clearInterval(listening)
    await finish('done', { result: result ?? {} })
  } catch (error) {
    clearInterval(listening)
    const cancelled = error instanceof Cancelled || context.signal.aborted
    if (!cancelled && mayPass(error) && (!lastTry || error instanceof ProcessLost)) {
      await finish('retrying', { error: describe(error) })
      throw error
    }
    const of = { job: handler.job.name, runId: row.id }
    if (cancelled) log.info(of, 'job cancelled')
    else log.error({ err: error, ...of }, 'job failed')
    const state = cancelled ? 'cancelled' : 'failed'
    await handler.ended?.(payload, state, context)
    await finish(state, cancelled ? {} : { error: describe(error) })
  }
}

/** Errors that the same input gives again, whoever tries. What a lost connection throws under these names has a cause. */
const LASTING = new Set([
  ...['ZodError', 'SyntaxError', 'TypeError', 'RangeError', 'ReferenceError'],
  'PrismaClientValidationError',
])

/** May it go well another time? Not where a person must act, nor where the work itself is wrong. */
function mayPass(error: unknown): boolean {
  if (error instanceof AppError) return false
  return !(error instanceof Error && LASTING.has(error.name) && error.cause === undefined)
}

/** What a failed job says: to everybody in words, to the screens by the reason that they translate. */
function describe(error: unknown): Json {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof AppError)) return { message }
  const { reason, params } = error.details
  return { message, ...(reason && { reason }), ...(params && { params }) }
}

type Row = {
  id: string
  projectId: string
  startedBy: string
  done: bigint
  total: bigint | null
  log: unknown
  cancelAskedAt: Date | null
}
type LogLine = { at: string } & JobStep

function jobContext(row: Row): JobContext & { flush(): Promise<void>; lines(): Json } {
  const abort = new AbortController()
  if (row.cancelAskedAt) abort.abort()
  let lines = (Array.isArray(row.log) ? row.log : []) as LogLine[]
  let now = {
    done: Number(row.done),
    total: row.total === null ? null : Number(row.total),
    step: {} as JobStep | object,
  }
  let writtenAt = 0
  const flush = async () => {
    writtenAt = Date.now()
    const { done, total, step } = now
    const saved = await db.jobRun.update({
      where: { id: row.id },
      data: { done, total, step: step as Json, log: lines as unknown as Json, heartbeatAt: new Date() },
      select: { cancelAskedAt: true },
    })
    if (saved.cancelAskedAt) abort.abort()
  }
  return {
    runId: row.id,
    projectId: row.projectId,
    startedBy: row.startedBy,
    signal: abort.signal,
    flush,
    lines: () => lines as unknown as Json,
    note: (step) => {
      lines = [...lines.slice(-199), { at: new Date().toISOString(), ...step }]
    },
    async progress(next) {
      now = {
        done: next.done,
        total: next.total === undefined ? now.total : next.total,
        step: next.step ?? now.step,
      }
      if (Date.now() - writtenAt >= 500) await flush()
      if (abort.signal.aborted) throw new Cancelled()
    },
  }
}
