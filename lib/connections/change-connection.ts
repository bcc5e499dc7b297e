import { connectionNameTaken } from '@/lib/connections/add-connection'
import { keyOwner, lastFourOf } from '@/lib/connections/model'
import { connectionView, findConnection } from '@/lib/connections/queries'
import type { ConnectionChanges, ConnectionView } from '@/lib/connections/schema'
import { audit } from '@/lib/platform/audit'
import { db, isUniqueViolation, jsonNull } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { sealSecret } from '@/lib/platform/seal-secret'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/**
 * Changes what is given. Whoever changes the address must know the key: otherwise a lead could have it sent to a server of their
 * own. What the last test said holds no longer.
 */
export async function changeConnection(
  actor: ProjectActor,
  input: { connection: string; changes: ConnectionChanges },
): Promise<ConnectionView> {
  requireRole(actor, 'lead')
  const { key, ...shown } = input.changes
  return db
    .$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM model_connection WHERE id = ${input.connection}::uuid FOR UPDATE`
      const before = await findConnection(actor, input.connection, tx)
      const { id } = before
      const baseUrl = shown.baseUrl ?? before.baseUrl
      if (baseUrl !== before.baseUrl && before.sealedKey !== null && key === undefined) throw keyNeeded()
      const row = await tx.modelConnection.update({
        where: { id },
        data: {
          ...shown,
          tested: jsonNull,
          ...(key === null && { sealedKey: null, keyLastFour: '' }),
          ...(key && { sealedKey: sealSecret(key, keyOwner(id, baseUrl)), keyLastFour: lastFourOf(key) }),
        },
      })
      await audit(tx, actor, {
        action: 'connection.changed',
        subjectKind: 'connection',
        subjectId: id,
        projectId: actor.project.id,
        data: { name: row.name, baseUrl, before: before.baseUrl, changed: Object.keys(input.changes) },
      })
      return connectionView(row)
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? connectionNameTaken(shown.name ?? '') : error
    })
}

function keyNeeded(): AppError {
  return new AppError(
    'conflict',
    'The address was changed: enter the key again, or take it away. It is sent to no address that it was not entered for.',
    { reason: 'connection-key-needed' },
  )
}
