import { draftRulesEndpoint } from '@/lib/artifacts/schema'
import { type DraftOptions, sayDrafted } from './draft-guidelines'
import { findCorpora } from './find-corpus'
import type { Outcome } from './outcome'
import { call, type Server } from './server'
import { waitForJob } from './wait-for-job'

/** Drafts the preference rules that the gold of a corpus suggests. People decide about them in the browser. */
export async function draftRules(server: Server, options: DraftOptions): Promise<Outcome> {
  const { project, again } = options
  const [corpus] = await findCorpora(server, { project, words: [options.corpus] })
  const params = { project, corpus: corpus!.id }
  const { jobId } = await call(server, draftRulesEndpoint, { params, body: { again } })
  const result = { corpusId: corpus!.id, jobId }
  const what = `Drafting rules for ${corpus!.name}`
  if (!options.wait) return { result, lines: [`${what} (job ${jobId})`] }
  const job = await waitForJob(server, { project, job: jobId, what })
  return {
    result: { ...result, drafted: job.result },
    lines: sayDrafted(`${corpus!.name}, preference rules`, job.result),
  }
}
