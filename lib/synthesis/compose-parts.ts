import { setTimeout as sleep } from 'node:timers/promises'
import type { JobContext } from '@/lib/platform/jobs'
import { composePart, type PartWork } from '@/lib/synthesis/compose-part'
import { countParts, holdPart, keepPart, type RunPart, releasePart } from '@/lib/synthesis/run-parts'

const REPORT_MS = 500
const WAIT_MS = 200

/**
 * Composes parts of a run, one after the other, until there is none left to take. Any number of workers do so at once.
 */
export async function composeOpenParts(work: PartWork & { progress: JobContext['progress'] }): Promise<void> {
  const report = reporter(work)
  for (let part = await holdPart(work.runId); part; part = await holdPart(work.runId))
    await composeHeld(part, { ...work, report })
}

/** The same, and waits for those that other workers are at; takes over what they leave. */
export async function composeAllParts(work: PartWork & { progress: JobContext['progress'] }): Promise<void> {
  const report = reporter(work)
  for (;;) {
    await composeOpenParts(work)
    const { undone } = await countParts(work.runId)
    if (undone === 0) return
    await report()
    await sleep(WAIT_MS)
  }
}

async function composeHeld(part: RunPart, work: PartWork & { report: Report }): Promise<void> {
  const { runId } = work
  const { number } = part
  let keptAt = 0
  try {
    await composePart(part, {
      ...work,
      async onBatch(instances) {
        if (Date.now() - keptAt >= REPORT_MS) {
          keptAt = Date.now()
          await keepPart(runId, { number, instances })
        }
        await work.report({ number, instances })
      },
    })
  } catch (error) {
    await releasePart(runId, number)
    throw error
  }
}

type Report = (own?: { number: number; instances: number }) => Promise<void>

/** Says how far all workers are together. What the others have done is asked for twice a second. */
function reporter(work: PartWork & { progress: JobContext['progress'] }): Report {
  const total = work.prepared.corpora.reduce((sum, { instanceCount }) => sum + instanceCount, 0)
  const startedAt = performance.now()
  let first: number | null = null
  let others = { instances: 0, askedAt: 0, besides: -1 }
  return async (own = { number: 0, instances: 0 }) => {
    if (others.besides !== own.number || Date.now() - others.askedAt >= REPORT_MS) {
      const { instances } = await countParts(work.runId, { besides: own.number })
      others = { instances, askedAt: Date.now(), besides: own.number }
    }
    const done = others.instances + own.instances
    first ??= done
    const rate = Math.round(((done - first) * 1000) / Math.max(1, performance.now() - startedAt))
    await work.progress({ done, total, step: { key: 'composing', params: { rate } } })
  }
}
