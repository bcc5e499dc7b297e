import { audit } from '@/lib/platform/audit'
import { db, isUniqueViolation, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/model'
import { slugOf } from '@/lib/projects/model'
import { projectView } from '@/lib/projects/queries'
import type { ProjectView } from '@/lib/projects/schema'

type Input = { name: string; description: string }

const SLUG_TRIES = 5

/** Makes a project; a caller with an account becomes its admin. Only an admin of the installation, or the system, may. */
export async function createProject(actor: Actor, input: Input): Promise<ProjectView> {
  if (!actor.isAdmin && actor.kind !== 'system')
    throw new AppError('forbidden', 'Only an admin of this installation may make projects.', {
      reason: 'admin-needed',
    })
  // Two people may take one name at once: the second tries the next.
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction((tx) => create(tx, actor, input))
    } catch (error) {
      if (!isUniqueViolation(error) || attempt === SLUG_TRIES) throw error
    }
  }
}

async function create(tx: Tx, actor: Actor, input: Input): Promise<ProjectView> {
  const slug = await freeSlug(tx, slugOf(input.name))
  const project = await tx.project.create({
    data: {
      slug,
      name: input.name,
      description: input.description,
      members: actor.kind === 'system' ? undefined : { create: { userId: actor.id, role: 'admin' } },
    },
  })
  await audit(tx, actor, {
    action: 'project.created',
    subjectKind: 'project',
    subjectId: project.id,
    projectId: project.id,
    data: { slug, name: input.name },
  })
  return projectView(project, 'admin')
}

async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  const rows = await tx.project.findMany({
    where: { slug: { startsWith: wanted } },
    select: { slug: true },
  })
  const taken = new Set(rows.map(({ slug }) => slug))
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}-${number}`)) number += 1
  return `${wanted}-${number}`
}
