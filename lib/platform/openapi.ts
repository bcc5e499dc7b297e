import { z } from 'zod'
import type { Endpoint } from '@/lib/platform/schema'

/** What one noun shows to the outside: its endpoints and the schemas they are made of, as its `schema` module exports them. */
export type SchemaModule = Record<string, unknown>
export type NamedEndpoint = { tag: string; name: string; endpoint: Endpoint }

/** The endpoints among a module's exports: every object whose name ends in `Endpoint`. */
export function endpointsOf(tag: string, module: SchemaModule): NamedEndpoint[] {
  return Object.entries(module)
    .filter(([name, value]) => name.endsWith('Endpoint') && typeof value === 'object')
    .map(([name, value]) => ({ tag, name: name.slice(0, -'Endpoint'.length), endpoint: value as Endpoint }))
}

type Json = Record<string, unknown>

/** OpenAPI 3.1 for all endpoints of the given modules, by tag. */
export function openApiDocument(
  modules: Record<string, SchemaModule>,
  info: { version: string },
): { openapi: string } & Json {
  const endpoints = Object.entries(modules).flatMap(([tag, module]) => endpointsOf(tag, module))
  const named = nameSchemas(modules, endpoints)
  const paths: Record<string, Json> = {}
  for (const one of endpoints) {
    const { method, path } = one.endpoint
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(one, named.refOf) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Gloss',
      version: info.version,
      summary: 'Instruction data that people have approved.',
      description:
        'Everything that the screens do. A decision needs a person in a browser: operations marked `x-session-only` refuse API tokens.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.keys(modules).map((name) => ({ name })),
    paths,
    components: { schemas: named.schemas, responses: errorResponses(), securitySchemes },
  }
}

/** Answers by name, so that a generated client has types for them; what answers share is referred to, not repeated. */
function nameSchemas(modules: Record<string, SchemaModule>, endpoints: NamedEndpoint[]) {
  const registry = z.registry<{ id: string }>()
  const name = (schema: z.ZodType, id: string) => {
    if (!registry.has(schema)) registry.add(schema, { id })
  }
  for (const module of Object.values(modules))
    for (const [key, value] of Object.entries(module))
      if (key.endsWith('Schema') && value instanceof z.ZodType) name(value, capital(key.slice(0, -6)))
  for (const one of endpoints) name(one.endpoint.response, `${capital(one.name)}Answer`)
  const refOf = (schema: z.ZodType): Json => ({ $ref: refTo(registry.get(schema)?.id ?? '') })
  const { schemas } = z.toJSONSchema(registry, { ...REPRESENT, io: 'output', uri: refTo })
  return { refOf, schemas: Object.fromEntries(Object.entries(schemas).map(([id, one]) => [id, plain(one)])) }
}

const REPRESENT = { target: 'draft-2020-12', unrepresentable: 'any' } as const
const refTo = (id: string) => `#/components/schemas/${id}`
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** A schema as a part of the document: the dialect and the identity are the document's. */
function plain(schema: object): Json {
  const { $schema: _dialect, $id: _identity, ...rest } = schema as Json
  return rest
}

function operation({ tag, name, endpoint }: NamedEndpoint, refOf: (schema: z.ZodType) => Json): Json {
  const { summary, access, sessionOnly } = endpoint
  const cookie = { cookie: [] }
  const security = access === 'public' ? [] : sessionOnly ? [cookie] : [cookie, { token: [] }]
  return {
    operationId: name,
    tags: [tag],
    summary,
    security,
    'x-access': access,
    ...(sessionOnly ? { 'x-session-only': true } : {}),
    parameters: [...parameters('path', endpoint.params), ...parameters('query', endpoint.query)],
    ...requestBody(endpoint),
    responses: {
      200: { description: 'Done', content: answerContent(endpoint, refOf) },
      ...Object.fromEntries(
        errorsOf(endpoint).map((status) => [status, { $ref: `#/components/responses/${status}` }]),
      ),
    },
  }
}

function parameters(place: 'path' | 'query', schema: z.ZodType): Json[] {
  const { properties = {}, required = [] } = inputSchema(schema) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: one,
  }))
}

function inputSchema(schema: z.ZodType): Json {
  return plain(z.toJSONSchema(schema, { ...REPRESENT, io: 'input' }))
}

function requestBody(endpoint: Endpoint): Json {
  if (endpoint.upload)
    return { requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } } }
  if (endpoint.body instanceof z.ZodUndefined) return {}
  const required = !endpoint.body.safeParse({}).success
  return {
    requestBody: { required, content: { 'application/json': { schema: inputSchema(endpoint.body) } } },
  }
}

function answerContent(endpoint: Endpoint, refOf: (schema: z.ZodType) => Json): Json {
  if (endpoint.download) return { [endpoint.download]: { schema: {} } }
  return { 'application/json': { schema: refOf(endpoint.response) } }
}

const errorMeanings: Record<string, string> = {
  400: 'The input is not what this takes; `issues` says where',
  401: 'Nobody is signed in',
  403: 'The role, or the way in, does not allow this',
  404: 'It is not there, or not for this caller',
  409: 'It cannot be done as things stand; the reason says why',
  413: 'The body is too large',
  429: 'Too many attempts; `retry-after` says how long to wait',
  500: 'Something went wrong on our side',
}

function errorsOf(endpoint: Endpoint): string[] {
  const isOpen = endpoint.access === 'public'
  const writes = endpoint.method !== 'GET'
  return [
    '400',
    ...(isOpen ? [] : ['401', '403']),
    ...(/\{/.test(endpoint.path) ? ['404'] : []),
    ...(writes ? ['409', '413'] : []),
    ...(writes && isOpen ? ['401', '429'] : []),
    '500',
  ].sort()
}

function errorResponses(): Json {
  return Object.fromEntries(
    Object.entries(errorMeanings).map(([status, description]) => [
      status,
      { description, content: { 'application/json': { schema: { $ref: refTo('ErrorBody') } } } },
    ]),
  )
}

const securitySchemes = {
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'gloss.session_token',
    description: 'The session of a person in a browser (`__Secure-` before the name over HTTPS)',
  },
  token: { type: 'http', scheme: 'bearer', description: 'An API token: `Authorization: Bearer gloss_…`' },
}
