import {
  jsonModeSchema,
  keyOwner,
  limitsSchema,
  pricesSchema,
  rolesSchema,
  testedSchema,
} from '@/lib/connections/model'
import type { ConnectionView } from '@/lib/connections/schema'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { openSecret } from '@/lib/platform/seal-secret'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

type Row = NonNullable<Awaited<ReturnType<typeof db.modelConnection.findUnique>>>

export async function listConnections(actor: ProjectActor): Promise<{ items: ConnectionView[] }> {
  requireRole(actor, 'lead')
  const rows = await db.modelConnection.findMany({
    where: { projectId: actor.project.id },
    orderBy: { name: 'asc' },
  })
  return { items: rows.map(connectionView) }
}

export async function findConnection(actor: ProjectActor, id: string, within: Tx = db): Promise<Row> {
  const row = await within.modelConnection.findFirst({ where: { id, projectId: actor.project.id } })
  if (row) return row
  throw new AppError('not_found', 'This project has no such connection any more.', {
    reason: 'connection-unknown',
  })
}

/** Names each column that is shown: the sealed key is not among them. */
export function connectionView(row: Row): ConnectionView {
  const { id, name, baseUrl, keyLastFour } = row
  return {
    ...{ id, name, baseUrl, keyLastFour, hasKey: row.sealedKey !== null },
    jsonMode: jsonModeSchema.parse(row.jsonMode),
    roles: rolesSchema.parse(row.roles),
    prices: pricesSchema.parse(row.prices),
    limits: limitsSchema.parse(row.limits),
    tested: testedSchema.nullable().parse(row.tested),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

/** For the worker: the connection with its key in the clear, ready to be called. Nothing, if it was removed meanwhile. */
export async function openConnection(id: string) {
  const row = await db.modelConnection.findUnique({ where: { id } })
  if (!row) return undefined
  const { roles, prices, limits, jsonMode, baseUrl, updatedAt } = connectionView(row)
  const key = row.sealedKey === null ? null : openSecret(row.sealedKey, keyOwner(id, baseUrl))
  const { concurrency, requestsPerMinute, timeoutSeconds, attempts, batchPercent } = limits
  const connection = {
    ...{ id, baseUrl, key, jsonMode, attempts },
    pace: { concurrency, requestsPerMinute },
    timeoutMs: timeoutSeconds * 1000,
  }
  return { connection, roles, prices, batchPercent, projectId: row.projectId, name: row.name, updatedAt }
}
