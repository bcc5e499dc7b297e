import { z } from 'zod'
import {
  baseUrlSchema,
  jsonModeSchema,
  limitsSchema,
  pricesSchema,
  rolesSchema,
  testedSchema,
} from '@/lib/connections/model'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'

/** What is shown of a connection. Of its key, that there is one and how it ends. */
export const connectionSchema = z.object({
  id: idSchema,
  name: z.string(),
  baseUrl: z.string(),
  hasKey: z.boolean(),
  keyLastFour: z.string(),
  jsonMode: jsonModeSchema,
  roles: rolesSchema,
  prices: pricesSchema,
  limits: limitsSchema,
  /** Of the last test since it was changed. */
  tested: testedSchema.nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type ConnectionView = z.infer<typeof connectionSchema>

const keySchema = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .regex(/^[\x21-\x7e]+$/, 'letters, digits and signs of ASCII')

export const connectionInput = z.object({
  name: z.string().trim().min(1).max(120),
  baseUrl: baseUrlSchema,
  key: keySchema.nullable().default(null),
  jsonMode: jsonModeSchema.default('schema'),
  roles: rolesSchema.default({}),
  prices: pricesSchema.default({}),
  limits: limitsSchema.prefault({}),
})
export type ConnectionInput = z.infer<typeof connectionInput>

export const connectionChanges = z.object({
  name: connectionInput.shape.name.optional(),
  baseUrl: baseUrlSchema.optional(),
  /** Left out, the key stays; `null` takes it away. A changed address needs one of the two. */
  key: keySchema.nullable().optional(),
  jsonMode: jsonModeSchema.optional(),
  roles: rolesSchema.optional(),
  prices: pricesSchema.optional(),
  limits: limitsSchema.optional(),
})
export type ConnectionChanges = z.infer<typeof connectionChanges>

const connectionParams = projectParams.extend({ connection: idSchema })

export const listConnectionsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/connections',
  summary: 'The services whose models draft for a project, by name, without their keys',
  access: 'project:lead',
  params: projectParams,
  response: z.object({ items: z.array(connectionSchema) }),
})

export const addConnectionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/connections',
  summary: 'Connect a service that speaks the API of OpenAI. Its key is sealed, and never shown again',
  access: 'project:lead',
  params: projectParams,
  body: connectionInput,
  response: connectionSchema,
})

export const changeConnectionEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/projects/{project}/connections/{connection}',
  summary: 'Change what is given; a changed address needs the key again',
  access: 'project:lead',
  params: connectionParams,
  body: connectionChanges,
  response: connectionSchema,
})

export const removeConnectionEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/projects/{project}/connections/{connection}',
  summary: 'Take a connection and its key away; what its models drafted stays',
  access: 'project:lead',
  params: connectionParams,
})

export const testConnectionEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/connections/{connection}/test',
  summary:
    'Try a connection: a worker asks each of its models a small question; the connection then shows what came of it',
  access: 'project:lead',
  params: connectionParams,
  response: z.object({ jobId: idSchema }),
})
