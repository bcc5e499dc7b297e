import { draftFormatsHandler } from '@/lib/artifacts/draft-formats.job'
import { draftGuidelinesHandler } from '@/lib/artifacts/draft-guidelines.job'
import { fixCorpusHandler } from '@/lib/corpora/fix-corpus.job'
import { importCorpusHandler } from '@/lib/corpora/import-corpus.job'
import { surveyCorpusHandler } from '@/lib/corpora/survey-corpus.job'
import { sweepUploads } from '@/lib/corpora/sweep-uploads'
import { exportRunHandler } from '@/lib/exports/export-run.job'
import { disconnect } from '@/lib/platform/db'
import { files } from '@/lib/platform/files'
import { type JobHandler, workJobs } from '@/lib/platform/jobs'
import { log } from '@/lib/platform/log'
import { systemActor } from '@/lib/platform/model'
import { composePartsHandler } from '@/lib/synthesis/compose-parts.job'
import { composeRunHandler } from '@/lib/synthesis/compose-run.job'

/** Every job handler, and the only place that knows them all. */
export const handlers: JobHandler[] = [
  importCorpusHandler,
  surveyCorpusHandler,
  fixCorpusHandler,
  draftGuidelinesHandler,
  draftFormatsHandler,
  composeRunHandler,
  composePartsHandler,
  exportRunHandler,
]

const stop = await workJobs(handlers)
log.info({ jobs: handlers.map(({ job }) => job.name) }, 'worker ready')

const HOUR_MS = 3_600_000
const PARTS_KEPT_MS = 24 * HOUR_MS

/** Leftovers of uploads and of killed processes. Several workers may sweep at once. */
async function sweep(): Promise<void> {
  try {
    const parts = await files().sweepParts(new Date(Date.now() - PARTS_KEPT_MS))
    const uploads = await sweepUploads(systemActor('sweeper'))
    if (parts + uploads > 0) log.info({ parts, uploads }, 'swept leftovers')
  } catch (error) {
    log.error({ err: error }, 'sweeping failed; it is tried again in an hour')
  }
}

const sweeping = setInterval(sweep, HOUR_MS)

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, async () => {
    if (stopping) return
    stopping = true
    clearInterval(sweeping)
    await stop()
    await disconnect()
    process.exit(0)
  })

await sweep()
