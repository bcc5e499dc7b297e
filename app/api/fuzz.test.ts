import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { schemaModules } from '@/app/api/endpoints'
import { startComparison } from '@/lib/artifacts/comparisons/start-comparison'
import { endpointsOf } from '@/lib/platform/openapi'
import type { Endpoint } from '@/lib/platform/schema'
import type { ProjectActor } from '@/lib/projects/model'
import { connectModels } from '@/prisma/factories/connections'
import { keepFilesApart } from '@/prisma/factories/files'
import { browserOf, makePerson, makeProject } from '@/prisma/factories/people'
import { queueDrafts } from '@/prisma/factories/reviews'
import { readRoutes } from '@/prisma/factories/routes'

keepFilesApart()

/** GLOSS_FUZZ_RUNS=2000 looks longer. */
const RUNS = Number(process.env.GLOSS_FUZZ_RUNS ?? 40)
const routes = await readRoutes()
// Passwords are slow to check on purpose.
const slow = ['signIn', 'acceptInvitation']
const all = Object.entries(schemaModules)
  .flatMap(([tag, module]) => endpointsOf(tag, module))
  .filter(({ name }) => !slow.includes(name))
  .map(({ name, endpoint }) => [name, endpoint] as const)

let cookie: Headers
const known: string[] = []

beforeAll(async () => {
  const admin = await makePerson({ isAdmin: true })
  const lead = await makeProject({ person: admin, role: 'admin' })
  cookie = await browserOf(admin)
  const drafts = await queueDrafts(lead, { count: 2 })
  known.push(lead.project.slug, drafts[0]!.corpusId, drafts[0]!.id, drafts[0]!.artifactId, admin.id)
  known.push(...(await askModels(lead, drafts[0]!.corpusId)))
})

/** What the addresses of models name: a connection, and a comparison over it. Nothing answers there. */
async function askModels(lead: ProjectActor, corpus: string): Promise<string[]> {
  const connectionId = await connectModels(lead, { url: 'http://127.0.0.1:9' })
  const [a, b] = [true, false].map((lessons) => ({ connectionId, lessons }))
  const { comparisonId } = await startComparison(lead, { corpus, a: a!, b: b! })
  return [connectionId, comparisonId]
}

const dashes = '-'.repeat(36)
const nasty = fc.constantFrom(
  ...[
    '',
    '\0',
    'a\0b',
    '\ud800',
    '0',
    '-1',
    '1e9',
    '2147483648',
    '9007199254740993',
    'NaN',
    '__proto__',
    'constructor',
  ],
  ...[
    '../../etc/passwd',
    '%00',
    `${'9'.repeat(15)}_${dashes}`,
    `2020-02-30T00:00:00.000Z_${dashes}`,
    "'; DROP TABLE x",
  ],
  ...[
    '9_9',
    '0000-01-01T00:00:00.000Z_00000000-0000-0000-0000-000000000000',
    dashes,
    '<script>',
    'x'.repeat(5000),
  ],
  ...[
    ['a', dashes],
    ['\0', dashes],
    ['a\ud800', crypto.randomUUID()],
  ].map((key) => Buffer.from(JSON.stringify(key)).toString('base64url')),
)
const text = fc.oneof(nasty, fc.string({ unit: 'binary' }), fc.uuid(), fc.nat().map(String), {
  weight: 2,
  arbitrary: fc.nat(7).map((at) => known[at] ?? 'none'),
})

type Json = Record<string, unknown>

/** Something near what a schema asks for: mostly of its shape, with odd values in any place. */
function near(schema: Json): fc.Arbitrary<unknown> {
  const odd = fc.oneof(text, fc.jsonValue(), fc.constantFrom(null, -1, 1e308, 2 ** 53, [], {}))
  return fc.oneof({ weight: 5, arbitrary: shaped(schema) }, { weight: 1, arbitrary: odd })
}

function shaped(schema: Json): fc.Arbitrary<unknown> {
  const choices = (schema.anyOf ?? schema.oneOf) as Json[] | undefined
  if (choices) return fc.oneof(...choices.map(near))
  if (schema.allOf)
    return fc.tuple(...(schema.allOf as Json[]).map(shaped)).map((parts) => Object.assign({}, ...parts))
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.type === 'object') {
    const fields = Object.entries((schema.properties ?? {}) as Json).map(([key, one]) => [
      key,
      near(one as Json),
    ])
    return fc.record(Object.fromEntries(fields), { requiredKeys: (schema.required ?? []) as never[] })
  }
  if (schema.type === 'array') return fc.array(near((schema.items ?? {}) as Json), { maxLength: 3 })
  if (schema.type === 'integer' || schema.type === 'number')
    return fc.oneof(fc.nat(20), fc.integer(), fc.double())
  if (schema.type === 'boolean') return fc.boolean()
  return text
}

const shapeOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json

function requestsTo(endpoint: Endpoint) {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const params = fc.tuple(...names.map((name) => (name === 'project' ? fc.constant('') : text)))
  const query = fc.oneof(
    { weight: 4, arbitrary: shaped(shapeOf(endpoint.query)) },
    { weight: 1, arbitrary: fc.dictionary(text, text, { maxKeys: 3 }) },
  )
  const body = fc.oneof(
    near(shapeOf(endpoint.body)).map((one) => JSON.stringify(one) ?? ''),
    fc.string(),
  )
  return fc.record({
    params: params.map((values) => Object.fromEntries(names.map((name, at) => [name, values[at]!]))),
    query,
    body,
  })
}

describe('whatever is sent', () => {
  it.each(all)('%s answers, and never that it failed itself', async (_name, endpoint) => {
    const handler = routes.find(
      ({ method, path }) => method === endpoint.method && path === endpoint.path,
    )!.handler
    await fc.assert(
      fc.asyncProperty(requestsTo(endpoint), async ({ params, query, body }) => {
        if ('project' in params) params.project = known[0]!
        const url = new URL('http://gloss.test/api')
        for (const [name, value] of Object.entries((query ?? {}) as Json))
          url.searchParams.append(name, typeof value === 'string' ? value : JSON.stringify(value))
        const sent = endpoint.method === 'GET' ? undefined : body
        const request = new Request(url, { method: endpoint.method, headers: cookie, body: sent })
        const answer = await handler(request, { params: Promise.resolve(params) })
        await answer.body?.cancel()
        expect(answer.status).toBeLessThan(500)
      }),
      { numRuns: RUNS },
    )
  })
})
