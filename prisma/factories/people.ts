import { createHmac, randomUUID } from 'node:crypto'
import { addToken } from '@/lib/people/create-token'
import { invite } from '@/lib/people/invite'
import { auth } from '@/lib/platform/auth'
import { db } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/model'
import type { ProjectActor, Role } from '@/lib/projects/model'

/** A person who is signed in, without a password. */
export async function makePerson(
  given: { id?: string; name?: string; isAdmin?: boolean } = {},
): Promise<Actor & { kind: 'person' }> {
  const id = given.id ?? randomUUID()
  const name = given.name ?? `Person ${id.slice(0, 4)}`
  const isAdmin = given.isAdmin ?? false
  await db.user.create({ data: { id, name, email: `${id}@example.org`, isAdmin } })
  return { kind: 'person', id, name, isAdmin, via: 'session' }
}

/** A project with one member of the given role, entered by them. */
export async function makeProject(
  given: { id?: string; name?: string; role?: Role; person?: Actor } = {},
): Promise<ProjectActor> {
  const actor = given.person ?? (await makePerson())
  const slug = `project-${randomUUID().slice(0, 8)}`
  const project = await db.project.create({ data: { id: given.id, slug, name: given.name ?? 'Harbour' } })
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

/** What the browser of a signed-in person sends along. */
export async function browserOf(person: Actor): Promise<Headers> {
  const context = await auth().$context
  const { token } = await context.internalAdapter.createSession(person.id)
  const signature = createHmac('sha256', context.secret).update(token).digest('base64')
  return new Headers({
    cookie: `${context.authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${signature}`)}`,
  })
}

/** An API token of somebody, and the headers of who sends it. */
export async function tokenOf(owner: Actor): Promise<{ token: string; headers: Headers }> {
  const { token } = await db.$transaction((tx) =>
    addToken(tx, owner, { userId: owner.id, name: 'test', expiresInDays: null }),
  )
  return { token, headers: new Headers({ authorization: `Bearer ${token}` }) }
}

/** A service account: it has tokens, no password, and never decides. */
export async function makeService(given: { isAdmin?: boolean } = {}): Promise<Actor & { kind: 'service' }> {
  const id = `service-${randomUUID()}`
  const isAdmin = given.isAdmin ?? false
  await db.user.create({ data: { id, kind: 'service', name: 'Robot', email: `${id}@example.org`, isAdmin } })
  return { kind: 'service', id, name: 'Robot', isAdmin, via: 'token' }
}

/** A link into a project as its admin would send it: the secret at its end. */
export async function makeInvitation(admin: ProjectActor, role: Role = 'annotator'): Promise<string> {
  const { path } = await invite({ ...admin, role: 'admin' }, { role, note: '' })
  return path.slice('/join/'.length)
}
