import { setTimeout as sleep } from 'node:timers/promises'
import type { JobContext } from '@/lib/platform/jobs'
import { composeOpenParts, reporter } from '@/lib/synthesis/parts/compose-open-parts'
import type { PartWork } from '@/lib/synthesis/parts/compose-part'
import { countParts } from '@/lib/synthesis/parts/queries'

const WAIT_MS = 50

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
