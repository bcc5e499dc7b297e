import { beforeAll, describe, expect, it } from 'vitest'
import { schemaModules } from '@/app/api/endpoints'
import type { Actor } from '@/lib/platform/model'
import { endpointsOf } from '@/lib/platform/openapi'
import type { Endpoint } from '@/lib/platform/schema'
import { type Role, roleAllows, roles } from '@/lib/projects/model'
import {
  browserOf,
  joinProject,
  makePerson,
  makeProject,
  makeService,
  tokenOf,
} from '@/prisma/factories/people'
import { readRoutes } from '@/prisma/factories/routes'

// Only what has a route: that every endpoint has one is openapi.test's business.
const routes = await readRoutes()
const handlerOf = ({ method, path }: Endpoint) =>
  routes.find((route) => route.method === method && route.path === path)?.handler

const all = Object.entries(schemaModules)
  .flatMap(([tag, module]) => endpointsOf(tag, module))
  .filter(({ endpoint }) => handlerOf(endpoint))
const those = (test: (endpoint: Endpoint) => boolean) =>
  all
    .filter(({ endpoint }) => test(endpoint))
    .map(({ endpoint }) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const)

const guarded = those(({ access }) => access !== 'public')
const inProject = those(({ access }) => access.startsWith('project:'))
const forAdmins = those(({ access }) => access === 'admin')
const forSessions = those(({ sessionOnly }) => sessionOnly === true)

let slug: string
let members: Record<Role, Headers>
let tokens: Record<Role, Headers>
let stranger: Headers
let robot: Headers
let installationAdmin: Headers

beforeAll(async () => {
  const project = await makeProject({ role: 'admin' })
  slug = project.project.slug
  const people: Record<Role, Actor> = {
    admin: project,
    lead: await joinProject(slug, { role: 'lead' }),
    annotator: await joinProject(slug, { role: 'annotator' }),
  }
  const each = async (make: (actor: Actor) => Promise<Headers>) =>
    Object.fromEntries(
      await Promise.all(roles.map(async (role) => [role, await make(people[role])])),
    ) as Record<Role, Headers>
  members = await each(browserOf)
  tokens = await each(async (actor) => (await tokenOf(actor)).headers)
  stranger = await browserOf((await makeProject({ role: 'admin' })) as Actor)
  robot = (await tokenOf(await makeService({ isAdmin: true }))).headers
  installationAdmin = await browserOf(await makePerson({ isAdmin: true }))
})

/** Sends a request with nothing in it to the handler that Next would call. */
async function ask(endpoint: Endpoint, headers: Headers, project = slug) {
  const handler = handlerOf(endpoint)!
  const params = Object.fromEntries(
    [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, parameterFor(name!, project)]),
  )
  const url = `http://gloss.test${endpoint.path.replace(/\{(\w+)\}/g, (_all, name: string) => params[name]!)}`
  const body = endpoint.method === 'GET' ? undefined : '{}'
  const answer = await handler(new Request(url, { method: endpoint.method, headers, body }), {
    params: Promise.resolve(params),
  })
  const text = await answer.text()
  const reason = answer.ok ? undefined : (JSON.parse(text).error.reason as string)
  return { status: answer.status, reason }
}

function parameterFor(name: string, project: string): string {
  if (name === 'project') return project
  if (name === 'number') return '999'
  if (name === 'name') return 'nothing.jsonl'
  return crypto.randomUUID()
}

describe('nobody', () => {
  it.each(guarded)('is asked to sign in by %s', async (_title, endpoint) => {
    expect(await ask(endpoint, new Headers())).toEqual({ status: 401, reason: 'signed-out' })
  })
})

describe('a person of another project', () => {
  it.each(inProject)('finds nothing at %s', async (_title, endpoint) => {
    const foreign = await ask(endpoint, stranger)
    expect(foreign).toEqual({ status: 404, reason: 'project-unknown' })
    expect(await ask(endpoint, stranger, 'there-is-none')).toEqual(foreign)
  })
})

describe.each(roles)('a member who is %s', (role) => {
  it.each(inProject)('is let through or stopped by role at %s', async (_title, endpoint) => {
    const needed = endpoint.access.slice('project:'.length) as Role
    const { status, reason } = await ask(endpoint, members[role])
    if (roleAllows(role, needed)) {
      expect([401, 403]).not.toContain(status)
      expect(status).toBeLessThan(500)
    } else expect({ status, reason }).toEqual({ status: 403, reason: 'role-needed' })
  })
})

describe('an API token', () => {
  it.each(forSessions)('is refused by %s, whoever it belongs to', async (_title, endpoint) => {
    for (const headers of [...Object.values(tokens), robot])
      expect(await ask(endpoint, headers)).toEqual({ status: 403, reason: 'session-only' })
  })

  it('cannot come near a decision', () => {
    const names = all.filter(({ endpoint }) => endpoint.sessionOnly).map(({ name }) => name)
    const deciding = ['decideDraft', 'undoDecision', 'leaseDrafts', 'invite', 'changeRole', 'createToken'] // makers of people, too
    expect(names).toEqual(expect.arrayContaining(deciding))
  })
})

describe('an admin of the installation', () => {
  it.each(forAdmins)('is the only one let through at %s', async (_title, endpoint) => {
    expect((await ask(endpoint, installationAdmin)).status).toBe(400)
    expect(await ask(endpoint, members.admin)).toEqual({ status: 403, reason: 'admin-needed' })
  })
})

describe('another site', () => {
  const [writing] = those(({ access, method }) => access.startsWith('project:') && method === 'POST')
  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
  ])('cannot write with a visitor’s cookie: %j', async (sent) => {
    const headers = new Headers({ ...Object.fromEntries(members.admin), host: 'gloss.test' })
    for (const [name, value] of Object.entries(sent)) headers.set(name, value)
    expect(await ask(writing![1], headers)).toEqual({ status: 403, reason: 'foreign-origin' })
  })
})
