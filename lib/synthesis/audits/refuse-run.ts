import { AppError } from '@/lib/platform/errors'
import type { RunToAudit } from '@/lib/synthesis/audits/queries'

/** Throws unless the run is finished and nobody has released it on what they found in its sample. */
export function refuseRun({ number, state, releasedHow }: RunToAudit): void {
  const params = { number }
  if (state !== 'done')
    throw new AppError('conflict', `Run ${number} is not finished: there are no records to look at yet.`, {
      reason: 'run-not-done',
      params,
    })
  if (releasedHow === 'accepted')
    throw new AppError('conflict', `Run ${number} was released on its sample already. Export it.`, {
      reason: 'run-accepted',
      params,
    })
}
