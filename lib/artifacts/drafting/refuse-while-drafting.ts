import type { Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

/** Which jobs: of a kind, about one thing, or in a whole project. */
type Jobs = { kind: string } & ({ subjectId: string } | { projectId: string })

const SUCH = {
  reason: 'already-asking',
  message: 'Such a job is under way already. Watch or cancel that one.',
}

/** Two jobs of one kind about one thing would do the same twice. */
export async function refuseWhileDrafting(tx: Tx, of: Jobs, { reason, message } = SUCH): Promise<void> {
  const open = await tx.jobRun.findFirst({
    where: { ...of, state: { in: ['queued', 'running', 'retrying'] } },
  })
  if (open) throw new AppError('conflict', message, { reason })
}
