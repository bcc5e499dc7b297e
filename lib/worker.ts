import { fileURLToPath } from 'node:url'
import { judgeDraftsJob } from '@/lib/artifacts/advice/jobs'
import { compareDraftersJob } from '@/lib/artifacts/comparisons/jobs'
import {
  draftApplicationsJob,
  estimateDraftsJob,
  paraphraseGuidelinesJob,
  translateTextsJob,
} from '@/lib/artifacts/drafting/jobs'
import { draftFormatsJob, draftGuidelinesJob, draftRulesJob } from '@/lib/artifacts/jobs'
import { indexCalls } from '@/lib/calls/index-calls'
import { collectBatchJob, replayCallJob, sendAgainJob } from '@/lib/calls/jobs'
import { markLost } from '@/lib/calls/mark-lost'
import { testConnectionJob } from '@/lib/connections/jobs'
import { isLargeCorpus } from '@/lib/corpora/is-large-corpus'
import { fixCorpusJob, importCorpusJob, surveyCorpusJob } from '@/lib/corpora/jobs'
import { sweepUploads } from '@/lib/corpora/sweep-uploads'
import { exportRunJob } from '@/lib/exports/jobs'
import { writeEntries } from '@/lib/library/entries/write-entries'
import { importLibraryJob } from '@/lib/library/jobs'
import { disconnect } from '@/lib/platform/db'
import { files } from '@/lib/platform/files'
import { type JobHandler, laterHandler, workJobs } from '@/lib/platform/jobs'
import { keepHeapSmall } from '@/lib/platform/keep-heap-small'
import { log } from '@/lib/platform/log'
import { systemActor } from '@/lib/platform/model'
import { APART, runApart } from '@/lib/platform/run-apart'
import { serveApart } from '@/lib/platform/serve-apart'
import { applyPlanJob } from '@/lib/reviews/jobs'
import { composePartsJob, composeRunJob, drawAuditJob } from '@/lib/synthesis/jobs'
import { estimateExpansionJob, expandTaxonomyJob } from '@/lib/taxonomy/expansion/jobs'
import { importTaxonomyJob, isLargeTree } from '@/lib/taxonomy/jobs'

/** Every job handler, and the only place that knows them all. Each is loaded with its first job. */
export const handlers: JobHandler[] = [
  laterHandler(
    testConnectionJob,
    async () => (await import('@/lib/connections/test-connection.job')).testConnectionHandler,
  ),
  laterHandler(replayCallJob, async () => (await import('@/lib/calls/replay-call.job')).replayCallHandler),
  laterHandler(
    collectBatchJob,
    async () => (await import('@/lib/calls/batches/collect-batch.job')).collectBatchHandler,
  ),
  laterHandler(sendAgainJob, async () => (await import('@/lib/calls/send-again.job')).sendAgainHandler),
  laterHandler(
    importCorpusJob,
    async () => (await import('@/lib/corpora/import-corpus.job')).importCorpusHandler,
    isLargeCorpus,
  ),
  laterHandler(
    surveyCorpusJob,
    async () => (await import('@/lib/corpora/survey-corpus.job')).surveyCorpusHandler,
    isLargeCorpus,
  ),
  laterHandler(fixCorpusJob, async () => (await import('@/lib/corpora/fix-corpus.job')).fixCorpusHandler),
  laterHandler(
    draftGuidelinesJob,
    async () => (await import('@/lib/artifacts/draft-guidelines.job')).draftGuidelinesHandler,
  ),
  laterHandler(
    importTaxonomyJob,
    async () => (await import('@/lib/taxonomy/outline/import-tree.job')).importTreeHandler,
    isLargeTree,
  ),
  laterHandler(
    expandTaxonomyJob,
    async () => (await import('@/lib/taxonomy/expansion/expand-taxonomy.job')).expandTaxonomyHandler,
  ),
  laterHandler(
    estimateExpansionJob,
    async () => (await import('@/lib/taxonomy/expansion/estimate-expansion.job')).estimateExpansionHandler,
  ),
  laterHandler(
    importLibraryJob,
    async () => (await import('@/lib/library/folder/import-library.job')).importLibraryHandler,
  ),
  laterHandler(
    draftFormatsJob,
    async () => (await import('@/lib/artifacts/draft-formats.job')).draftFormatsHandler,
  ),
  laterHandler(
    draftRulesJob,
    async () => (await import('@/lib/artifacts/draft-rules.job')).draftRulesHandler,
  ),
  laterHandler(
    paraphraseGuidelinesJob,
    async () =>
      (await import('@/lib/artifacts/drafting/paraphrase-guidelines.job')).paraphraseGuidelinesHandler,
  ),
  laterHandler(
    draftApplicationsJob,
    async () => (await import('@/lib/artifacts/drafting/draft-applications.job')).draftApplicationsHandler,
  ),
  laterHandler(
    translateTextsJob,
    async () => (await import('@/lib/artifacts/drafting/translate-texts.job')).translateTextsHandler,
  ),
  laterHandler(
    estimateDraftsJob,
    async () => (await import('@/lib/artifacts/drafting/estimate-drafts.job')).estimateDraftsHandler,
  ),
  laterHandler(
    judgeDraftsJob,
    async () => (await import('@/lib/artifacts/advice/judge-drafts.job')).judgeDraftsHandler,
  ),
  laterHandler(
    compareDraftersJob,
    async () => (await import('@/lib/artifacts/comparisons/compare-drafters.job')).compareDraftersHandler,
  ),
  laterHandler(
    composeRunJob,
    async () => (await import('@/lib/synthesis/compose-run.job')).composeRunHandler,
  ),
  laterHandler(
    composePartsJob,
    async () => (await import('@/lib/synthesis/compose-parts.job')).composePartsHandler,
  ),
  laterHandler(
    drawAuditJob,
    async () => (await import('@/lib/synthesis/audits/draw-audit.job')).drawAuditHandler,
  ),
  laterHandler(
    applyPlanJob,
    async () => (await import('@/lib/reviews/plans/apply-plan.job')).applyPlanHandler,
  ),
  laterHandler(exportRunJob, async () => (await import('@/lib/exports/export-run.job')).exportRunHandler),
]

const HOUR_MS = 3_600_000
const TEND_MS = 15_000
const PARTS_KEPT_MS = 24 * HOUR_MS
let isTending = false

keepHeapSmall()
if (process.argv.includes(APART)) serveApart(handlers)
else await work()

async function work(): Promise<void> {
  const script = fileURLToPath(import.meta.url)
  const stop = await workJobs(handlers, { apart: (asked, context) => runApart(script, asked, context) })
  log.info({ jobs: handlers.map(({ job }) => job.name) }, 'worker ready')
  const sweeping = setInterval(sweep, HOUR_MS)
  const tending = setInterval(tendCalls, TEND_MS)
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, async () => {
      if (stopping) return
      stopping = true
      clearInterval(sweeping)
      clearInterval(tending)
      await stop()
      await disconnect()
      process.exit(0)
    })
  await sweep()
}

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

/** Calls of workers that were killed, the words that calls are found by, and what the lists of libraries show. */
async function tendCalls(): Promise<void> {
  if (isTending) return
  isTending = true
  try {
    const lost = await markLost()
    while ((await indexCalls()) > 0) await new Promise((resolve) => setTimeout(resolve, 100))
    while ((await writeEntries()) > 0) await new Promise((resolve) => setTimeout(resolve, 20))
    if (lost > 0) log.warn({ lost }, 'calls of a worker that was ended count as spent')
  } catch (error) {
    log.error({ err: error }, 'tending calls failed; it is tried again in a moment')
  } finally {
    isTending = false
  }
}
