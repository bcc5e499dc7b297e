import type { DrafterChoice } from '@/lib/artifacts/drafting/model'
import { type ConnectionRole, rolesSchema } from '@/lib/connections/model'
import { findConnection } from '@/lib/connections/queries'
import type { Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'

/** Refuses an order whose drafter is not there: a connection of another project, or one without a model for the role. */
export async function requireDrafter(
  tx: Tx,
  actor: ProjectActor,
  { by, role }: { by: DrafterChoice; role: ConnectionRole },
): Promise<void> {
  if (by === 'miner') return
  const { name, roles } = await findConnection(actor, by.connectionId, tx)
  if (rolesSchema.parse(roles)[role]) return
  throw new AppError('conflict', `“${name}” has no model for this work (${role}). Choose one on its page.`, {
    reason: 'connection-without-role',
    params: { connection: name, role },
  })
}
