import type { z } from 'zod'
import { writeSchema } from '@/lib/platform/llm/write-schema'

/** What an answer must be. `json`: the same as JSON Schema, where it must be sent exactly as it was before. */
export type Output<Value> = { name: string; schema: z.ZodType<Value>; json?: Record<string, unknown> }

export type JsonShape = { name: string; schema: Record<string, unknown> }

const known = new WeakMap<z.ZodType, Record<string, unknown>>()

/** The shape as services are told it. A schema is put into JSON Schema once. */
export function jsonSchemaOf({ name, schema, json }: Output<unknown>): JsonShape {
  const shape = json ?? known.get(schema) ?? writeSchema(schema)
  if (!json) known.set(schema, shape)
  return { name, schema: shape }
}
