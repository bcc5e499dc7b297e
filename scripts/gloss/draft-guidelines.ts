import { draftGuidelinesEndpoint } from '@/lib/artifacts/schema'
import { readCorpusEndpoint } from '@/lib/corpora/schema'
import { amountIn } from './amount'
import { findCorpora } from './find-corpus'
import type { Outcome } from './outcome'
import { call, type Server } from './server'
import { waitForJob } from './wait-for-job'

export type DraftOptions = {
  project: string
  corpus: string
  labels?: string[]
  again: 'never' | 'rejected' | 'all'
  wait: boolean
}

/** Drafts a guideline per label of a corpus. People decide about them in the browser. */
export async function draftGuidelines(server: Server, options: DraftOptions): Promise<Outcome> {
  const { project, labels, again } = options
  const [corpus] = await findCorpora(server, { project, words: [options.corpus] })
  const params = { project, corpus: corpus!.id }
  const { jobId } = await call(server, draftGuidelinesEndpoint, { params, body: { labels, again } })
  if (!options.wait)
    return { result: { corpusId: corpus!.id, jobId }, lines: [`Drafting for ${corpus!.name} (job ${jobId})`] }
  const job = await waitForJob(server, { project, job: jobId, what: `Drafting for ${corpus!.name}` })
  const { guidelines } = await call(server, readCorpusEndpoint, { params })
  return {
    result: { corpusId: corpus!.id, jobId, drafted: job.result, guidelines },
    lines: [
      `${corpus!.name}: ${amountIn(guidelines.waiting, 'guidelines')} waiting, ${guidelines.approved} approved, ${guidelines.rejected} rejected`,
      ...(guidelines.waiting ? ['People decide about them in the browser.'] : []),
    ],
  }
}

/** What a job that drafts counted: new drafts, those that say what was said before, and what was left as it stands. */
export function sayDrafted(what: string, counts: unknown): string[] {
  const { drafted = 0, unchanged = 0, left = 0, failed } = (counts ?? {}) as Record<string, number>
  const lost = failed ? `, ${failed} that did not come back from their trial` : ''
  return [
    `${what}: ${drafted} drafted, ${unchanged} said before, ${left} left as they stand${lost}`,
    ...(drafted ? ['People decide about them in the browser.'] : []),
  ]
}
