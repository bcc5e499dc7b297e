import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { holdTree } from '@/lib/taxonomy/nodes/hold-tree'
import { readOutline } from '@/lib/taxonomy/outline/formats/text/read-outline'
import { planImport } from '@/lib/taxonomy/outline/plan-import'
import { writeImport } from '@/lib/taxonomy/outline/write-import'
import { appliedSciences } from '@/lib/taxonomy/starter/applied-sciences'
import { industries } from '@/lib/taxonomy/starter/industries'
import { scholarship } from '@/lib/taxonomy/starter/scholarship'

/** The taxonomy that ships with Gloss, as indented text. */
export const STARTER = [scholarship, appliedSciences, industries].join('')

/** Puts the shipped taxonomy on the tree, for people to vote on. */
export async function startTree(actor: ProjectActor): Promise<{ added: number; known: number }> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  const { rows } = readOutline(STARTER)
  return db.$transaction(
    async (tx) => {
      await holdTree(tx, projectId)
      const plan = await planImport(tx, projectId, rows)
      await writeImport(tx, { kind: 'miner', id: 'starter-taxonomy/1' }, { projectId, plan })
      const counts = { added: plan.added.length, known: plan.known }
      await audit(tx, actor, {
        action: 'taxonomy.started',
        ...{ subjectKind: 'project', subjectId: projectId, projectId },
        data: counts,
      })
      return counts
    },
    { timeout: 30_000 },
  )
}
