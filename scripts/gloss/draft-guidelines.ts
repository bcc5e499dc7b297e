import { draftingResultSchema } from '@/lib/artifacts/drafting/model'
import { draftGuidelinesEndpoint } from '@/lib/artifacts/schema'
import { readCorpusEndpoint } from '@/lib/corpora/schema'
import { amountIn } from './amount'
import { chooseDrafter, type DrafterOptions, priceOrder } from './choose-drafter'
import { findCorpora } from './find-corpus'
import type { Outcome } from './outcome'
import { call, type Server } from './server'
import { waitForJob } from './wait-for-job'

export type DraftOptions = DrafterOptions & {
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
  if (options.estimate)
    return priceOrder(server, options, { what: 'guidelines', corpus: corpus!.id, labels, again })
  const drafter = await chooseDrafter(server, options)
  const body = { labels, again, ...drafter }
  const { jobId } = await call(server, draftGuidelinesEndpoint, { params, body })
  if (!options.wait)
    return { result: { corpusId: corpus!.id, jobId }, lines: [`Drafting for ${corpus!.name} (job ${jobId})`] }
  const job = await waitForJob(server, { project, job: jobId, what: `Drafting for ${corpus!.name}` })
  const { guidelines } = await call(server, readCorpusEndpoint, { params })
  return {
    result: { corpusId: corpus!.id, jobId, drafted: job.result, guidelines },
    lines: [
      `${corpus!.name}: ${amountIn(guidelines.waiting, 'guidelines')} waiting, ${guidelines.approved} approved, ${guidelines.rejected} rejected`,
      ...sayMissed(job.result),
      ...(guidelines.waiting ? ['People decide about them in the browser.'] : []),
    ],
  }
}

/** What a model was asked for and did not bring. */
export function sayMissed(counts: unknown): string[] {
  const { missed, asked } = draftingResultSchema.partial().parse(counts ?? {})
  const spent = asked ? [`${asked.calls} calls, ${asked.fromStore} of them answered from the store`] : []
  return [...spent, ...(missed ?? []).map(({ key, outcome, why }) => `  “${key}”: ${outcome}. ${why}`)]
}

/** What a job that drafts counted: new drafts, those that say what was said before, and what was left as it stands. */
export function sayDrafted(what: string, counts: unknown): string[] {
  const { drafted = 0, unchanged = 0, left = 0, failed } = (counts ?? {}) as Record<string, number>
  const lost = failed ? `, ${failed} that did not hold or were not answered` : ''
  return [
    `${what}: ${drafted} drafted, ${unchanged} said before, ${left} left as they stand${lost}`,
    ...sayMissed(counts),
    ...(drafted ? ['People decide about them in the browser.'] : []),
  ]
}
