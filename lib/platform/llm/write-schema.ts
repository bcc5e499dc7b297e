import { z } from 'zod'

type Shape = { [key: string]: unknown }

// Bounds, patterns and defaults are not in the subset that strict services take; zod holds answers to them afterwards.
const LEFT_OUT = new Set([
  '$schema',
  'default',
  'format',
  'maxItems',
  'maxLength',
  'maximum',
  'minItems',
  'minLength',
  'minimum',
  'pattern',
  'exclusiveMaximum',
  'exclusiveMinimum',
])

/** What an answer must be, in the part of JSON Schema that services can hold a model to: every key there, no other, no bounds. */
export function writeSchema(schema: z.ZodType): Shape {
  return narrow(z.toJSONSchema(schema)) as Shape
}

function narrow(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(narrow)
  if (value === null || typeof value !== 'object') return value
  const { prefixItems, properties, ...rest } = value as Shape & {
    prefixItems?: unknown[]
    properties?: Shape
  }
  const kept = Object.entries(rest)
    .filter(([key]) => !LEFT_OUT.has(key))
    .map(([key, inner]) => [key, narrow(inner)])
  return {
    ...Object.fromEntries(kept),
    // A fixed list of likes is a list; a model is told its length in words.
    ...(prefixItems && { items: narrow(prefixItems[0]) }),
    // Names of keys are no keywords: a field may be called “format”.
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, narrow(inner)])),
      required: Object.keys(properties),
      additionalProperties: false,
    }),
  }
}
