import { draftFormatsEndpoint } from '@/lib/artifacts/schema'
import type { CarrierName } from '@/lib/formats/model'
import { chooseDrafter, priceOrder } from './choose-drafter'
import { type DraftOptions, sayDrafted } from './draft-guidelines'
import type { Outcome } from './outcome'
import { call, type Server } from './server'
import { waitForJob } from './wait-for-job'

export type DraftFormatsOptions = Omit<DraftOptions, 'corpus' | 'labels'> & { carriers?: CarrierName[] }

/** Drafts format variants of each carrier, tried on real answers. People decide about them in the browser. */
export async function draftFormats(server: Server, options: DraftFormatsOptions): Promise<Outcome> {
  const { project, carriers, again } = options
  if (options.estimate) return priceOrder(server, options, { what: 'formats', carriers, again })
  const body = { carriers, again, ...(await chooseDrafter(server, options)) }
  const { jobId } = await call(server, draftFormatsEndpoint, { params: { project }, body })
  if (!options.wait) return { result: { jobId }, lines: [`Drafting formats (job ${jobId})`] }
  const job = await waitForJob(server, { project, job: jobId, what: 'Drafting formats' })
  return { result: { jobId, drafted: job.result }, lines: sayDrafted('Format variants', job.result) }
}
