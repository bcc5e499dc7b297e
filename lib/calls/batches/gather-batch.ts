import { orderCollection } from '@/lib/calls/batches/order-collection'
import type { Session } from '@/lib/calls/open-session'
import { type NewCall, type Reservation, reserveCalls } from '@/lib/calls/reserve-calls'
import { db } from '@/lib/platform/db'
import { timeId } from '@/lib/platform/time-id'

export type Gathered = { result: Reservation; batchId: string }

type Waiting = { call: NewCall; resolve(gathered: Gathered): void; reject(error: unknown): void }

/** A batch is complete when nothing was added for this long. */
const QUIET_MS = 400
const MOST_CALLS = 2_000
const RESERVED_AT_ONCE = 250

const open = new Map<string, { waiting: Waiting[]; timer: NodeJS.Timeout | undefined }>()

/** Adds a call to the batch of its job, model and prompt. What is reserved is on its way once this has returned. */
export function gatherBatch(session: Session, call: NewCall): Promise<Gathered> {
  const key = [session.connection.id, session.jobRunId, session.model, call.prompt, call.version].join(' ')
  return new Promise((resolve, reject) => {
    const batch = open.get(key) ?? { waiting: [], timer: undefined }
    open.set(key, batch)
    batch.waiting.push({ call, resolve, reject })
    clearTimeout(batch.timer)
    const close = () => {
      open.delete(key)
      void closeBatch(session, batch.waiting)
    }
    if (batch.waiting.length >= MOST_CALLS) close()
    else batch.timer = setTimeout(close, QUIET_MS)
  })
}

/** The budget holds the price of all before any is sent. */
async function closeBatch(session: Session, waiting: Waiting[]): Promise<void> {
  const { projectId, connection, jobRunId } = session
  const id = timeId()
  try {
    const { prompt, version } = waiting[0]!.call
    const label = `${prompt}@${version}`
    await db.callBatch.create({ data: { id, projectId, connectionId: connection.id, jobRunId, label } })
    const results: Reservation[] = []
    for (let at = 0; at < waiting.length; at += RESERVED_AT_ONCE) {
      const calls = waiting.slice(at, at + RESERVED_AT_ONCE)
      results.push(
        ...(await reserveCalls(
          projectId,
          calls.map(({ call }) => ({ ...call, batchId: id })),
        )),
      )
    }
    const reserved = results.filter((result) => result === 'reserved').length
    await db.callBatch.update({
      where: { id },
      data: { calls: reserved, ...(reserved === 0 && { state: 'collected', finishedAt: new Date() }) },
    })
    if (reserved > 0) await orderCollection(id)
    for (const [at, { resolve }] of waiting.entries()) resolve({ result: results[at]!, batchId: id })
  } catch (error) {
    for (const { reject } of waiting) reject(error)
  }
}
