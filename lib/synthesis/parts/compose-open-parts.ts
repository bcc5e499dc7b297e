import type { JobContext } from '@/lib/platform/jobs'
import { composePart, type PartWork } from '@/lib/synthesis/parts/compose-part'
import { holdPart } from '@/lib/synthesis/parts/hold-part'
import { keepPart } from '@/lib/synthesis/parts/keep-part'
import type { RunPart } from '@/lib/synthesis/parts/model'
import { countParts } from '@/lib/synthesis/parts/queries'
import { releasePart } from '@/lib/synthesis/parts/release-part'

const REPORT_MS = 500

/**
 * Composes parts of a run, one after the other, until there is none left to take. Any number of workers do so at once.
 */
export async function composeOpenParts(work: PartWork & { progress: JobContext['progress'] }): Promise<void> {
  const report = reporter(work)
  let finishing: Promise<void> = Promise.resolve()
  try {
    for (let part = await holdPart(work.runId); part; part = await holdPart(work.runId)) {
      const { number } = part
      const finish = await composeHeld(part, { ...work, report })
      await finishing
      finishing = finish().catch((error) => giveBack(work.runId, number, error))
      finishing.catch(() => {}) // Whoever waits for it hears of it.
    }
  } finally {
    await finishing
  }
}

async function giveBack(runId: string, number: number, error: unknown): Promise<never> {
  await releasePart(runId, number)
  throw error
}

async function composeHeld(part: RunPart, work: PartWork & { report: Report }): Promise<() => Promise<void>> {
  const { runId } = work
  const { number } = part
  let keptAt = 0
  try {
    return await composePart(part, {
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
    return giveBack(runId, number, error)
  }
}

export type Report = (own?: { number: number; instances: number }) => Promise<void>

/** Says how far all workers are together. What the others have done is asked for twice a second. */
export function reporter(work: PartWork & { progress: JobContext['progress'] }): Report {
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
