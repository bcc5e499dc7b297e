import { keptFilterSchema, type SavedFilter } from '@/lib/library/filters/schema'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'

/** The filters that somebody keeps of the library, by name. */
export async function listFilters(actor: ProjectActor): Promise<{ items: SavedFilter[] }> {
  const rows = await db.libraryFilter.findMany({
    where: { projectId: actor.project.id, ownerId: actor.id },
    orderBy: { name: 'asc' },
  })
  return { items: rows.map(({ id, name, filter }) => ({ id, name, filter: keptFilterSchema.parse(filter) })) }
}
