import { db, KEEP_PLAN } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/model'
import { isSlug, type ProjectActor, type Role, roleAllows, roleSchema } from '@/lib/projects/model'

/** Lets an actor into a project. A project they are no member of does not exist for them; an installation's admin may enter all. */
export async function enterProject(
  actor: Actor,
  input: { slug: string; needs: Role },
): Promise<ProjectActor> {
  const found = isSlug(input.slug) ? await findProject(actor, input.slug) : undefined
  const role = actor.isAdmin ? 'admin' : found?.role && roleSchema.parse(found.role)
  if (!found || !role)
    throw new AppError('not_found', `There is no project “${input.slug}” that you can see.`, {
      reason: 'project-unknown',
    })
  const { role: _own, ...project } = found
  const entered: ProjectActor = { ...actor, role, project }
  requireRole(entered, input.needs)
  return entered
}

/** Asked with every request. */
async function findProject(actor: Actor, slug: string): Promise<Found | undefined> {
  const [found] = await db.$queryRaw<Found[]>`
    ${KEEP_PLAN} SELECT p.id, p.slug, p.name, p.description, p.created_at AS "createdAt", m.role
    FROM project p LEFT JOIN membership m ON m.project_id = p.id AND m.user_id = ${actor.id} WHERE p.slug = ${slug}`
  return found
}

type Found = ProjectActor['project'] & { role: string | null }

/** Throws unless the actor's role allows what needs `needed`. */
export function requireRole(actor: ProjectActor, needed: Role): void {
  if (roleAllows(actor.role, needed)) return
  throw new AppError('forbidden', `This needs the role ${needed}; yours is ${actor.role}.`, {
    reason: 'role-needed',
    params: { needed, role: actor.role },
  })
}
