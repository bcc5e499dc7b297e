import { db } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { planImport } from '@/lib/taxonomy/outline/plan-import'
import { readUpload } from '@/lib/taxonomy/outline/read-upload'
import type { TreePlan } from '@/lib/taxonomy/outline/schema'

const MOST_NAMED = 20

/** What an uploaded file would add to the tree, or what is wrong with it. */
export async function previewImport(actor: ProjectActor, input: { uploadId: string }): Promise<TreePlan> {
  requireRole(actor, 'lead')
  const { rows, faults, format, fileName } = await readUpload(actor.project.id, input.uploadId)
  if (faults.length > 0)
    return { fileName, format, faults, read: rows.length, added: 0, known: 0, repeated: 0, first: [] }
  const { added, known, repeated } = await planImport(db, actor.project.id, rows)
  return {
    ...{ fileName, format, faults, read: rows.length, added: added.length, known, repeated },
    first: added.slice(0, MOST_NAMED).map(({ level, name }) => ({ level, name })),
  }
}
