import { setTimeout as sleep } from 'node:timers/promises'
import { type BatchCall, readBatchCalls } from '@/lib/calls/batches/read-batch-calls'
import { settleResults } from '@/lib/calls/batches/settle-results'
import { collectBatchJob } from '@/lib/calls/jobs'
import { openConnection } from '@/lib/connections/queries'
import { db } from '@/lib/platform/db'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'
import type { Connection } from '@/lib/platform/llm/make-client'
import type { Failure } from '@/lib/platform/llm/outcome'
import {
  cancelBatch,
  readBatch,
  readResults,
  type ServiceBatch,
  startBatch,
} from '@/lib/platform/llm/run-batch'

const FIRST_LOOK_MS = 200
const LONGEST_LOOK_MS = 60_000
const LONGEST_TROUBLE_MS = 3_600_000

type Batch = NonNullable<Awaited<ReturnType<typeof db.callBatch.findUnique>>>

const stopped: Failure = {
  failure: 'cancelled',
  status: null,
  message: 'The batch was stopped.',
  retryAfterMs: null,
}
const gone: Failure = { ...stopped, message: 'The connection was removed.' }

/**
 * Sends a batch, waits for its service, and keeps what came: it begins where it was left. Lines that failed for what may pass go into
 * a next round, as often as the connection allows.
 */
export const collectBatchHandler: JobHandler<typeof collectBatchJob.payload> = {
  job: collectBatchJob,
  async run({ batchId }, context) {
    for (;;) {
      const batch = await db.callBatch.findUnique({ where: { id: batchId } })
      if (!batch || (batch.state !== 'gathered' && batch.state !== 'sent')) break
      await runRound(batch, context)
    }
    const batch = await db.callBatch.findUnique({ where: { id: batchId } })
    return { state: batch?.state ?? 'gone', rounds: batch?.rounds ?? 0, calls: batch?.calls ?? 0 }
  },
}

/** Once more through send, wait and keep; or the end. */
async function runRound(batch: Batch, context: JobContext): Promise<void> {
  const calls = await readBatchCalls(batch.id)
  const end = async (state: string, failure?: Failure) => {
    if (failure) await settleResults(batch.projectId, { calls, failure })
    await db.callBatch.update({
      where: { id: batch.id },
      data: { state, message: failure?.message ?? '', finishedAt: new Date() },
    })
  }
  const opened = batch.connectionId ? await openConnection(batch.connectionId) : undefined
  if (!opened) return end('failed', gone)
  const { connection } = opened
  if (calls.length === 0) return end(batch.cancelAskedAt ? 'cancelled' : 'collected')
  const isStopped = batch.cancelAskedAt !== null || context.signal.aborted
  if (batch.state === 'gathered' && (isStopped || batch.rounds >= connection.attempts))
    return isStopped
      ? end('cancelled', stopped)
      : end('failed', { ...stopped, failure: 'server', message: 'The service did not answer.' })
  const sent = await send(batch, { connection, calls })
  if ('failure' in sent) return end('failed', sent)
  const over = await waitFor(batch, { connection, sent, context, calls: calls.length })
  if ('failure' in over) return end('failed', over)
  const results = await readResults(connection, { files: over.results, signal: never })
  if ('failure' in results) return end('failed', results)
  const isLast = over.status === 'cancelled' || batch.rounds + 1 >= connection.attempts
  await settleResults(batch.projectId, {
    calls,
    results,
    isLast,
    missing: over.status === 'cancelled' ? stopped : null,
  })
  await db.callBatch.update({
    where: { id: batch.id },
    data: { state: 'gathered', numberAtService: null, rounds: { increment: 1 } },
  })
}

const never = new AbortController().signal

async function send(
  batch: Batch,
  { connection, calls }: { connection: Connection; calls: BatchCall[] },
): Promise<ServiceBatch | Failure> {
  if (batch.numberAtService !== null) return readAgain(connection, batch.numberAtService)
  const name = `${batch.id}-${batch.rounds}`
  const lines = calls.map(({ id, request }) => ({ id, request }))
  const sent = await untilItPasses(() =>
    startBatch(connection, { name, prompt: batch.label, lines, signal: never }),
  )
  if ('failure' in sent) return sent
  const data = { state: 'sent', numberAtService: sent.number, fileAtService: sent.file }
  await db.callBatch.update({ where: { id: batch.id }, data })
  return sent
}

function readAgain(connection: Connection, number: string): Promise<ServiceBatch | Failure> {
  return untilItPasses(() => readBatch(connection, { number, signal: never }))
}

/** People stop it by its job, or by the job that asked. The service is told once. */
async function waitFor(
  batch: Batch,
  given: { connection: Connection; sent: ServiceBatch; context: JobContext; calls: number },
): Promise<ServiceBatch | Failure> {
  const { connection, context, calls } = given
  let now: ServiceBatch | Failure = given.sent
  let isTold = false
  for (
    let wait = FIRST_LOOK_MS;
    !('failure' in now) && !now.isOver;
    wait = Math.min(LONGEST_LOOK_MS, wait * 1.3)
  ) {
    await context.progress({ done: 0, total: calls }).catch(() => undefined)
    const row = await db.callBatch.findUnique({ where: { id: batch.id }, select: { cancelAskedAt: true } })
    if (!isTold && (context.signal.aborted || row?.cancelAskedAt)) {
      isTold = true
      await db.callBatch.updateMany({
        where: { id: batch.id, cancelAskedAt: null },
        data: { cancelAskedAt: new Date() },
      })
      await cancelBatch(connection, now.number)
    } else await sleep(isTold ? FIRST_LOOK_MS * 5 : wait)
    now = await readAgain(connection, now.number)
  }
  return now
}

const MAY_PASS = new Set<string>(['rate-limited', 'server', 'timeout', 'cut', 'unreachable', 'dns'])

async function untilItPasses<Result extends object>(
  deed: () => Promise<Result | Failure>,
): Promise<Result | Failure> {
  const began = performance.now()
  for (let wait = FIRST_LOOK_MS; ; wait = Math.min(LONGEST_LOOK_MS, wait * 2)) {
    const result = await deed()
    if (!('failure' in result) || !MAY_PASS.has(result.failure)) return result
    if (performance.now() - began > LONGEST_TROUBLE_MS) return result
    await sleep(Math.max(wait, Math.min(LONGEST_LOOK_MS, result.retryAfterMs ?? 0)))
  }
}
