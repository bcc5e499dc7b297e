import { mappingSchema } from '@/lib/corpora/formats/mapping/schema'
import type { SavedMapping } from '@/lib/corpora/mappings/schema'
import { cutPage } from '@/lib/platform/cursor'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'

/** By name; the name is the cursor. */
export async function listMappings(
  actor: ProjectActor,
  input: { cursor?: string; limit: number },
): Promise<{ items: SavedMapping[]; nextCursor: string | null }> {
  const rows = await db.importMapping.findMany({
    where: { projectId: actor.project.id, ...(input.cursor !== undefined && { name: { gt: input.cursor } }) },
    orderBy: { name: 'asc' },
    take: input.limit + 1,
  })
  const { items, nextCursor } = cutPage(rows, input.limit, (row) => row.name)
  return { items: items.map(mappingView), nextCursor }
}

export function mappingView(row: {
  id: string
  name: string
  mapping: unknown
  createdAt: Date
  updatedAt: Date
}): SavedMapping {
  const { id, name, createdAt, updatedAt } = row
  const mapping = mappingSchema.parse(row.mapping)
  return { id, name, mapping, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }
}

export function mappingUnknown(): AppError {
  return new AppError('not_found', 'There is no such mapping here.', { reason: 'mapping-unknown' })
}
