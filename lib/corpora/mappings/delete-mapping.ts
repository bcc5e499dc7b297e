import { mappingUnknown } from '@/lib/corpora/mappings/queries'
import { audit } from '@/lib/platform/audit'
import { db, type Json } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Deletes a saved mapping. The audit row keeps what it said, so that it can be made again. */
export async function deleteMapping(
  actor: ProjectActor,
  input: { mapping: string },
): Promise<Record<string, never>> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  await db.$transaction(async (tx) => {
    const row = await tx.importMapping.findFirst({ where: { id: input.mapping, projectId } })
    if (!row) throw mappingUnknown()
    await tx.importMapping.delete({ where: { id: row.id } })
    await audit(tx, actor, {
      action: 'mapping.deleted',
      subjectKind: 'import-mapping',
      subjectId: row.id,
      projectId,
      data: { name: row.name, mapping: row.mapping as Json },
    })
  })
  return {}
}
