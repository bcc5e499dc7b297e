import { ZodError, z } from 'zod'
import { actorFromHeaders } from '@/lib/people/queries'
import { AppError, errorStatus } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import type { Actor } from '@/lib/platform/model'
import { requireStorable } from '@/lib/platform/require-storable'
import type { Access, Endpoint, ErrorBody } from '@/lib/platform/schema'
import { enterProject } from '@/lib/projects/enter-project'
import type { ProjectActor, Role } from '@/lib/projects/model'

type Call<E extends Endpoint> = {
  request: Request
  params: z.output<E['params']>
  query: z.output<E['query']>
  body: z.output<E['body']>
}

type Answer<E extends Endpoint> = Promise<z.input<E['response']> | Response>
type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> }

const MAX_JSON_BYTES = 2_000_000

/** What one person may see is kept by no cache, and neither is what they may not. */
const unkept = { 'cache-control': 'no-store' }

/** For endpoints of a project: the verb gets the actor inside the project. */
export function handleInProject<E extends Endpoint>(
  endpoint: E,
  run: (actor: ProjectActor, call: Call<E>) => Answer<E>,
) {
  return handleWith(endpoint, async (request, params) => {
    const actor = await requireActor(endpoint, request)
    const needs = endpoint.access.slice('project:'.length) as Role
    const slug = String(params.project)
    const entered = await enterProject(actor, { slug, needs })
    return (call) => run(entered, call)
  })
}

/** For endpoints outside projects that need an account. */
export function handleSignedIn<E extends Endpoint>(
  endpoint: E,
  run: (actor: Actor, call: Call<E>) => Answer<E>,
) {
  return handleWith(endpoint, async (request) => {
    const actor = await requireActor(endpoint, request)
    return (call) => run(actor, call)
  })
}

/** For endpoints that anyone may call; the actor is there when somebody is signed in. */
export function handlePublic<E extends Endpoint>(
  endpoint: E,
  run: (actor: Actor | null, call: Call<E>) => Answer<E>,
) {
  return handleWith(endpoint, async (request) => {
    const actor = await actorFromHeaders(request.headers)
    return (call) => run(actor, call)
  })
}

function handleWith<E extends Endpoint>(
  endpoint: E,
  admit: (request: Request, params: Record<string, unknown>) => Promise<(call: Call<E>) => Answer<E>>,
) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      refuseForeignOrigin(endpoint, request)
      // Next gives none at all to a route without parameters in its address.
      const raw = namesIn((await context.params) ?? {})
      const run = await admit(request, raw)
      const query = readQuery(endpoint, new URL(request.url))
      const answer = await run({
        request,
        params: parse(endpoint.params, raw, 'path') as z.output<E['params']>,
        query: parse(endpoint.query, query, 'query') as z.output<E['query']>,
        body: parse(endpoint.body, await readBody(endpoint, request), 'body') as z.output<E['body']>,
      })
      return answer instanceof Response ? answer : Response.json(answer, { headers: unkept })
    } catch (error) {
      return errorResponse(error)
    }
  }
}

/** What the address says by name; a path of several parts as it was written. */
function namesIn(params: Record<string, string | string[] | undefined>): Record<string, unknown> {
  const texts = Object.entries(params).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join('/') : value,
  ])
  return Object.fromEntries(texts)
}

async function requireActor(endpoint: Endpoint, request: Request): Promise<Actor> {
  const actor = await actorFromHeaders(request.headers)
  if (!actor)
    throw new AppError('unauthenticated', 'Sign in, or send an API token.', { reason: 'signed-out' })
  if (endpoint.access === ('admin' satisfies Access) && !actor.isAdmin)
    throw new AppError('forbidden', 'Only an admin of this installation may do this.', {
      reason: 'admin-needed',
    })
  if (endpoint.sessionOnly && actor.via !== 'session')
    throw new AppError('forbidden', 'Only a person in the browser may do this; an API token cannot.', {
      reason: 'session-only',
    })
  return actor
}

/** A browser says where a request comes from; one from another site must not write with this site's cookie. */
function refuseForeignOrigin(endpoint: Endpoint, request: Request): void {
  if (endpoint.method === 'GET' || request.headers.has('authorization')) return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const own = request.headers.get('host')
  const foreign = site
    ? site !== 'same-origin' && site !== 'none'
    : origin !== null && (!URL.canParse(origin) || new URL(origin).host !== own)
  if (foreign)
    throw new AppError('forbidden', 'This request comes from another site.', { reason: 'foreign-origin' })
}

/** What an address asks for beyond its path. A filter that does not exist would else look as if it had found everything. */
function readQuery(endpoint: Endpoint, url: URL): Record<string, string> {
  const known = endpoint.query instanceof z.ZodObject ? Object.keys(endpoint.query.shape) : []
  const names = [...url.searchParams.keys()]
  const odd = names.find((name, at) => !known.includes(name) || names.indexOf(name) !== at)
  if (odd === undefined) return Object.fromEntries(url.searchParams)
  const message = known.includes(odd) ? 'is given twice' : 'there is no such parameter'
  throw new AppError('invalid', `query.${odd}: ${message}`, {
    reason: 'invalid-input',
    issues: [{ path: `query.${odd}`, message }],
  })
}

async function readBody(endpoint: Endpoint, request: Request): Promise<unknown> {
  if (endpoint.upload || request.method === 'GET') return undefined
  const text = await readCapped(request)
  if (text === '')
    return endpoint.method === 'DELETE' || endpoint.body.safeParse(undefined).success ? undefined : {}
  try {
    const given: unknown = JSON.parse(text)
    return isNothing(given) && endpoint.body.safeParse(undefined).success ? undefined : given
  } catch {
    throw new AppError('invalid', 'The body is not JSON.', { reason: 'not-json' })
  }
}

/** Many clients send {} where there is nothing to say. */
function isNothing(given: unknown): boolean {
  return (
    typeof given === 'object' && given !== null && !Array.isArray(given) && Object.keys(given).length === 0
  )
}

async function readCapped(request: Request): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > MAX_JSON_BYTES)
      throw new AppError('too_large', 'The body is over 2 MB.', { reason: 'body-too-large' })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(schema: z.ZodType, value: unknown, where: string): unknown {
  requireStorable(value, where)
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.map((issue) => ({
    path: [where, ...issue.path].join('.'),
    message: issue.message,
  }))
  const first = issues[0]
  throw new AppError('invalid', `${first?.path}: ${first?.message}`, { reason: 'invalid-input', issues })
}

/** The one place where errors become answers. */
export function errorResponse(error: unknown): Response {
  if (error instanceof AppError) {
    const { code, message, details } = error
    const headers: Record<string, string> = { ...unkept }
    if (code === 'rate_limited') headers['retry-after'] = String(details.params?.seconds ?? 60)
    return Response.json({ error: { code, message, ...details } } satisfies ErrorBody, {
      status: errorStatus[code],
      headers,
    })
  }
  const reference = crypto.randomUUID().slice(0, 8)
  log.error(
    { err: error, reference },
    error instanceof ZodError ? 'an answer did not fit its schema' : 'unexpected',
  )
  const message = `Something went wrong on our side; nothing was changed. Reference ${reference}.`
  return Response.json(
    { error: { code: 'internal', message, reason: 'internal', params: { reference } } } satisfies ErrorBody,
    { status: 500, headers: unkept },
  )
}
