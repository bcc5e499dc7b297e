import { z } from 'zod'

/** Shapes that every border shares, and the one way to describe an HTTP endpoint. */

export const idSchema = z.uuid()

/** A number of the database's `integer`, as an address writes it: releases and runs are numbered from 1 in their project. */
export const pathNumberSchema = z.coerce.number().int().positive().max(2_147_483_647)

export const errorBodySchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    reason: z.string().optional(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
})
export type ErrorBody = z.infer<typeof errorBodySchema>

/** Keyset paging: `cursor` is what the last page gave as `nextCursor`. */
export const pageQuerySchema = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

/** Who may call: anyone, any signed-in account, an admin of the installation, or a member of the project with at least a role. */
export type Access = 'public' | 'signed-in' | 'admin' | 'project:annotator' | 'project:lead' | 'project:admin'

export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `{name}` for path parameters, as OpenAPI writes them. A project is always `{project}`: its slug. */
  path: `/api/${string}`
  summary: string
  access: Access
  /** Only for a person in a browser session: API tokens are refused. */
  sessionOnly?: boolean
  params: Params
  query: Query
  body: Body
  response: Response
  /** The body is the file itself (`upload`) or the answer is (`download`): not JSON. */
  upload?: boolean
  download?: string
  /** The last parameter is a path: its slashes may stand in the address as they are. */
  endsInPath?: boolean
}

/** The answer of a deed that has nothing to tell. */
export const nothingSchema = z.object({})
type Nothing = typeof nothingSchema
const noBody = z.undefined()
type NoBody = typeof noBody

/** One definition serves the route handler, the browser, the command line and the OpenAPI document. */
export function defineEndpoint<
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = NoBody,
  Response extends z.ZodType = Nothing,
>(
  spec: Omit<Endpoint, 'params' | 'query' | 'body' | 'response'> & {
    params?: Params
    query?: Query
    body?: Body
    response?: Response
  },
): Endpoint<Params, Query, Body, Response> {
  return {
    ...spec,
    params: spec.params ?? (nothingSchema as unknown as Params),
    query: spec.query ?? (nothingSchema as unknown as Query),
    body: spec.body ?? (noBody as unknown as Body),
    response: spec.response ?? (nothingSchema as unknown as Response),
  }
}

export const projectParams = z.object({ project: z.string().min(1).max(80) })

export const readHealthEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/health',
  summary: 'Whether the web process and its database answer',
  access: 'public',
  response: z.object({ ok: z.literal(true), version: z.string(), database: z.literal('up') }),
})

export const readOpenApiEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This document',
  access: 'public',
  response: z.looseObject({ openapi: z.string() }),
})
