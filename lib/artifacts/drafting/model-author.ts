import type { Author } from '@/lib/artifacts/model'
import { type ConnectionRole, rolesSchema } from '@/lib/connections/model'
import { db } from '@/lib/platform/db'

/** Who wrote what a model drafts: the model, and the connection that it is reached by. */
export async function modelAuthor(of: {
  connectionId: string
  role: ConnectionRole
  model?: string | undefined
}): Promise<Author & { kind: 'model' }> {
  const row = await db.modelConnection.findUniqueOrThrow({ where: { id: of.connectionId } })
  const model = of.model ?? rolesSchema.parse(row.roles)[of.role]?.model ?? ''
  return { kind: 'model', id: `${model} via ${row.name}` }
}
