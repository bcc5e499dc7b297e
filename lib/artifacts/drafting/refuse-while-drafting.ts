import type { Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

/** Two jobs of one kind about one thing would ask the same twice. */
export async function refuseWhileDrafting(tx: Tx, of: { kind: string; subjectId: string }): Promise<void> {
  const open = await tx.jobRun.findFirst({
    where: { ...of, state: { in: ['queued', 'running', 'retrying'] } },
  })
  if (open)
    throw new AppError('conflict', 'Such a job is under way already. Watch or cancel that one.', {
      reason: 'already-asking',
    })
}
