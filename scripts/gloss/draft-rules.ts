import { draftRulesEndpoint } from '@/lib/artifacts/schema'
import { chooseDrafter, priceOrder } from './choose-drafter'
import { type DraftOptions, sayDrafted } from './draft-guidelines'
import { findCorpora } from './find-corpus'
import type { Outcome } from './outcome'
import { call, type Server } from './server'
import { waitForJob } from './wait-for-job'

/** Drafts the preference rules that the gold of a corpus suggests. People decide about them in the browser. */
export async function draftRules(server: Server, options: DraftOptions): Promise<Outcome> {
  const { project, labels, again } = options
  const [corpus] = await findCorpora(server, { project, words: [options.corpus] })
  const params = { project, corpus: corpus!.id }
  if (options.estimate)
    return priceOrder(server, options, { what: 'rules', corpus: corpus!.id, labels, again })
  const body = { labels, again, ...(await chooseDrafter(server, options)) }
  const { jobId } = await call(server, draftRulesEndpoint, { params, body })
  const result = { corpusId: corpus!.id, jobId }
  const what = `Drafting rules for ${corpus!.name}`
  if (!options.wait) return { result, lines: [`${what} (job ${jobId})`] }
  const job = await waitForJob(server, { project, job: jobId, what })
  return {
    result: { ...result, drafted: job.result },
    lines: sayDrafted(`${corpus!.name}, preference rules`, job.result),
  }
}
