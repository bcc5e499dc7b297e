import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'

/** Forgets a filter that its owner kept. One that is gone is gone. */
export async function removeFilter(
  actor: ProjectActor,
  { filter }: { filter: string },
): Promise<Record<string, never>> {
  await db.$transaction(async (tx) => {
    const own = { id: filter, projectId: actor.project.id, ownerId: actor.id }
    const found = await tx.libraryFilter.findFirst({ where: own })
    if (!found) return
    await tx.libraryFilter.deleteMany({ where: own })
    await audit(tx, actor, {
      action: 'filter.removed',
      subjectKind: 'filter',
      subjectId: filter,
      projectId: actor.project.id,
      data: { name: found.name },
    })
  })
  return {}
}
