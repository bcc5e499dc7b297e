import type { KeptFilter, SavedFilter } from '@/lib/library/filters/schema'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'

/** Keeps a filter of the library for who made it. */
export async function saveFilter(
  actor: ProjectActor,
  { name, filter }: { name: string; filter: KeptFilter },
): Promise<SavedFilter> {
  const own = { projectId: actor.project.id, ownerId: actor.id, name }
  return db.$transaction(async (tx) => {
    const { id } = await tx.libraryFilter.upsert({
      where: { projectId_ownerId_name: own },
      create: { ...own, filter },
      update: { filter },
    })
    await audit(tx, actor, {
      action: 'filter.saved',
      subjectKind: 'filter',
      subjectId: id,
      projectId: actor.project.id,
      data: { name },
    })
    return { id, name, filter }
  })
}
