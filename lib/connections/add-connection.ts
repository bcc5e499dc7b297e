import { keyOwner, lastFourOf } from '@/lib/connections/model'
import { connectionView } from '@/lib/connections/queries'
import type { ConnectionInput, ConnectionView } from '@/lib/connections/schema'
import { audit } from '@/lib/platform/audit'
import { db, isUniqueViolation } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { sealSecret } from '@/lib/platform/seal-secret'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Connects a service under a name of its own in the project. Its key is sealed before it reaches the database. */
export async function addConnection(actor: ProjectActor, input: ConnectionInput): Promise<ConnectionView> {
  requireRole(actor, 'lead')
  const { key, ...shown } = input
  const id = crypto.randomUUID()
  return db
    .$transaction(async (tx) => {
      const row = await tx.modelConnection.create({
        data: {
          ...{ id, projectId: actor.project.id, createdById: actor.id, ...shown },
          sealedKey: key === null ? null : sealSecret(key, keyOwner(id, input.baseUrl)),
          keyLastFour: key === null ? '' : lastFourOf(key),
        },
      })
      await audit(tx, actor, {
        action: 'connection.added',
        subjectKind: 'connection',
        subjectId: id,
        projectId: actor.project.id,
        data: { name: row.name, baseUrl: row.baseUrl, hasKey: key !== null },
      })
      return connectionView(row)
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? connectionNameTaken(input.name) : error
    })
}

export function connectionNameTaken(name: string): AppError {
  return new AppError('conflict', `There is a connection called “${name}” already. Choose another name.`, {
    reason: 'connection-name-taken',
    params: { name },
  })
}
