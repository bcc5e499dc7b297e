import { findConnection } from '@/lib/connections/queries'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Takes a connection away, and with it the sealed key. */
export async function removeConnection(
  actor: ProjectActor,
  input: { connection: string },
): Promise<Record<string, never>> {
  requireRole(actor, 'lead')
  await db.$transaction(async (tx) => {
    const { id, name, baseUrl } = await findConnection(actor, input.connection, tx)
    await tx.modelConnection.delete({ where: { id } })
    await audit(tx, actor, {
      action: 'connection.removed',
      subjectKind: 'connection',
      subjectId: id,
      projectId: actor.project.id,
      data: { name, baseUrl },
    })
  })
  return {}
}
