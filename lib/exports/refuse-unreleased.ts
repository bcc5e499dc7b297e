import { AppError } from '@/lib/platform/errors'

/** Throws unless somebody has released the run for export. */
export function refuseUnreleased({ number, releasedAt }: { number: number; releasedAt: Date | null }): void {
  if (releasedAt) return
  throw new AppError(
    'conflict',
    `Run ${number} is not released. Order a sample of its records and accept it when it is decided, or override with a reason.`,
    { reason: 'run-not-released', params: { number } },
  )
}
