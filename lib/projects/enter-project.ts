import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/model'
import { isSlug, type ProjectActor, type Role, roleAllows, roleSchema } from '@/lib/projects/model'

/** Lets an actor into a project. A project they are no member of does not exist for them; an installation's admin may enter all. */
export async function enterProject(
  actor: Actor,
  input: { slug: string; needs: Role },
): Promise<ProjectActor> {
  const project = isSlug(input.slug)
    ? await db.project.findUnique({
        where: { slug: input.slug },
        include: { members: { where: { userId: actor.id }, select: { role: true } } },
      })
    : null
  const membership = project?.members[0]
  const role = actor.isAdmin ? 'admin' : membership && roleSchema.parse(membership.role)
  if (!project || !role)
    throw new AppError('not_found', `There is no project “${input.slug}” that you can see.`, {
      reason: 'project-unknown',
    })
  const { id, slug, name, description, createdAt } = project
  const entered: ProjectActor = { ...actor, role, project: { id, slug, name, description, createdAt } }
  requireRole(entered, input.needs)
  return entered
}

/** Throws unless the actor's role allows what needs `needed`. */
export function requireRole(actor: ProjectActor, needed: Role): void {
  if (roleAllows(actor.role, needed)) return
  throw new AppError('forbidden', `This needs the role ${needed}; yours is ${actor.role}.`, {
    reason: 'role-needed',
    params: { needed, role: actor.role },
  })
}
