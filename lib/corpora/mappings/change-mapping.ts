import type { Mapping } from '@/lib/corpora/formats/mapping/schema'
import { mappingUnknown, mappingView } from '@/lib/corpora/mappings/queries'
import { mappingNameTaken } from '@/lib/corpora/mappings/save-mapping'
import type { SavedMapping } from '@/lib/corpora/mappings/schema'
import { audit } from '@/lib/platform/audit'
import { db, isUniqueViolation, type Json } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

type Input = { mapping: string; name?: string | undefined; content?: Mapping | undefined }

/** Renames a saved mapping, or replaces what it says. The audit row keeps what it was before. */
export async function changeMapping(actor: ProjectActor, input: Input): Promise<SavedMapping> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  const { mapping: id, name, content } = input
  return db
    .$transaction(async (tx) => {
      const before = await tx.importMapping.findFirst({ where: { id, projectId } })
      if (!before) throw mappingUnknown()
      const row = await tx.importMapping.update({
        where: { id },
        data: { ...(name !== undefined && { name }), ...(content && { mapping: content }) },
      })
      await audit(tx, actor, {
        action: 'mapping.changed',
        subjectKind: 'import-mapping',
        subjectId: id,
        projectId,
        data: { name: row.name, before: { name: before.name, mapping: before.mapping as Json } },
      })
      return mappingView(row)
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? mappingNameTaken(name ?? '') : error
    })
}
