import type { Mapping } from '@/lib/corpora/formats/mapping/schema'
import { mappingView } from '@/lib/corpora/mappings/queries'
import type { SavedMapping } from '@/lib/corpora/mappings/schema'
import { audit } from '@/lib/platform/audit'
import { db, isUniqueViolation } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Keeps a mapping under a name that the project does not have yet. */
export async function saveMapping(
  actor: ProjectActor,
  { name, mapping }: { name: string; mapping: Mapping },
): Promise<SavedMapping> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  return db
    .$transaction(async (tx) => {
      const row = await tx.importMapping.create({
        data: { projectId, name, mapping, createdById: actor.id },
      })
      await audit(tx, actor, {
        action: 'mapping.saved',
        subjectKind: 'import-mapping',
        subjectId: row.id,
        projectId,
        data: { name, mapping },
      })
      return mappingView(row)
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? mappingNameTaken(name) : error
    })
}

export function mappingNameTaken(name: string): AppError {
  return new AppError('conflict', `There is a mapping called “${name}” already. Choose another name.`, {
    reason: 'mapping-name-taken',
    params: { name },
  })
}
