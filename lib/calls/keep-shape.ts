import { z } from 'zod'
import { db, pool } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/hash'
import { jsonSchemaOf, type Output } from '@/lib/platform/llm/json-schema-of'

type Shape = { text: string; hash: string }

const shapes = new WeakMap<object, Map<string, Shape>>()
const kept = new Map<string, Promise<unknown>>()

/** The shape of an answer as one text, and its hash. */
export function shapeOf(output: Output<unknown>): Shape {
  const owner = output.json ?? output.schema
  const known = shapes.get(owner) ?? new Map<string, Shape>()
  shapes.set(owner, known)
  const shape = known.get(output.name) ?? writeShape(output)
  known.set(output.name, shape)
  return shape
}

function writeShape(output: Output<unknown>): Shape {
  const text = JSON.stringify(jsonSchemaOf(output))
  return { text, hash: sha256(text) }
}

/** Keeps the shape, once, for the calls that ask for it. Gives its hash. */
export async function keepShape(output: Output<unknown>): Promise<string> {
  const { hash } = shapeOf(output)
  const keeping = kept.get(hash) ?? insertShape(output)
  kept.set(hash, keeping)
  await keeping.catch((error: unknown) => {
    kept.delete(hash)
    throw error
  })
  return hash
}

function insertShape(output: Output<unknown>): Promise<unknown> {
  const { hash } = shapeOf(output)
  const { name, schema } = jsonSchemaOf(output)
  return pool().query(
    'INSERT INTO call_shape (hash, name, schema) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [hash, name, JSON.stringify(schema)],
  )
}

/** Shapes that were kept, by their hashes: to be sent again exactly as they were. */
export async function readShapes(hashes: string[]): Promise<Map<string, Output<unknown>>> {
  const rows = await db.callShape.findMany({ where: { hash: { in: [...new Set(hashes)] } } })
  return new Map(
    rows.map(({ hash, name, schema }) => {
      const json = schema as Record<string, unknown>
      return [hash, { name, json, schema: z.fromJSONSchema(json) }]
    }),
  )
}
