import { setTimeout as sleep } from 'node:timers/promises'
import { orderCollection } from '@/lib/calls/batches/order-collection'
import { db } from '@/lib/platform/db'

const FIRST_LOOK_MS = 200
const LONGEST_LOOK_MS = 5_000
/** Whoever made it would have ordered its collection by now. */
const ORPHANED_MS = 60_000

const waits = new Map<string, Promise<void>>()

/** Until a batch is over. One look serves all that wait for it in this process. */
export function waitBatch(batchId: string): Promise<void> {
  const waiting = waits.get(batchId) ?? look(batchId).finally(() => waits.delete(batchId))
  waits.set(batchId, waiting)
  return waiting
}

async function look(batchId: string): Promise<void> {
  for (let wait = FIRST_LOOK_MS; ; wait = Math.min(LONGEST_LOOK_MS, wait * 1.3)) {
    const batch = await db.callBatch.findUnique({ where: { id: batchId } })
    if (!batch || (batch.state !== 'gathered' && batch.state !== 'sent')) return
    if (Date.now() - batch.createdAt.getTime() > ORPHANED_MS) await orderCollection(batchId)
    await sleep(wait)
  }
}
