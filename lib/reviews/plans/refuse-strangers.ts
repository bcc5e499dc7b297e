import type { Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

/** Work is given to people of the project, and to its roles. */
export async function refuseStrangers(tx: Tx, projectId: string, names: readonly string[]): Promise<void> {
  const ids = names.filter((name) => !name.startsWith('role:'))
  const known = await tx.membership.count({
    where: { projectId, userId: { in: ids }, user: { kind: 'person' } },
  })
  if (known < ids.length)
    throw new AppError('invalid', 'Somebody named here is not in this project.', {
      reason: 'assignee-unknown',
    })
}
