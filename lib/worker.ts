import { draftGuidelinesHandler } from '@/lib/artifacts/draft-guidelines.job'
import { importCorpusHandler } from '@/lib/corpora/import-corpus.job'
import { exportRunHandler } from '@/lib/exports/export-run.job'
import { disconnect } from '@/lib/platform/db'
import { type JobHandler, workJobs } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import { composeRunHandler } from '@/lib/synthesis/compose-run.job'

/** Every job handler, and the only place that knows them all. */
export const handlers: JobHandler[] = [
  importCorpusHandler,
  draftGuidelinesHandler,
  composeRunHandler,
  exportRunHandler,
]

const stop = await workJobs(handlers)
log.info({ jobs: handlers.map(({ job }) => job.name) }, 'worker ready')

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, async () => {
    if (stopping) return
    stopping = true
    await stop()
    await disconnect()
    process.exit(0)
  })
