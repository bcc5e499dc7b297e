import { randomUUID } from 'node:crypto'
import { db } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/model'
import type { ProjectActor, Role } from '@/lib/projects/model'

/** A person who is signed in, without a password. */
export async function makePerson(
  given: { name?: string; isAdmin?: boolean } = {},
): Promise<Actor & { kind: 'person' }> {
  const id = randomUUID()
  const name = given.name ?? `Person ${id.slice(0, 4)}`
  const isAdmin = given.isAdmin ?? false
  await db.user.create({ data: { id, name, email: `${id}@example.org`, isAdmin } })
  return { kind: 'person', id, name, isAdmin, via: 'session' }
}

/** A project with one member of the given role, entered by them. */
export async function makeProject(
  given: { name?: string; role?: Role; person?: Actor } = {},
): Promise<ProjectActor> {
  const actor = given.person ?? (await makePerson())
  const slug = `project-${randomUUID().slice(0, 8)}`
  const project = await db.project.create({ data: { slug, name: given.name ?? 'Harbour' } })
  return joinProject(project.slug, { person: actor, role: given.role ?? 'lead' })
}

/** Another member of an existing project. */
export async function joinProject(
  slug: string,
  given: { person?: Actor; role?: Role } = {},
): Promise<ProjectActor> {
  const actor = given.person ?? (await makePerson())
  const role = given.role ?? 'annotator'
  const project = await db.project.findUniqueOrThrow({ where: { slug } })
  await db.membership.create({ data: { projectId: project.id, userId: actor.id, role } })
  const { id, name, description, createdAt } = project
  return { ...actor, role, project: { id, slug, name, description, createdAt } }
}
