type Schema = {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  $ref?: string
  $defs?: Record<string, Schema>
  properties?: Record<string, Schema>
  items?: Schema
  prefixItems?: Schema[]
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
}

/** A value that a JSON schema allows, of the given words: what a prompt gets that has no answerer of its own. */
export function fillSchema(
  schema: Schema,
  from: { draw: () => number; words: string[] },
  root = schema,
): unknown {
  const { draw } = from
  const fill = (one: Schema) => fillSchema(one, from, root)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]!
  if (schema.$ref) return fill(resolve(root, schema.$ref))
  if ('const' in schema) return schema.const
  if (schema.enum) return pick(schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fill(pick(choices))
  if (schema.allOf) return fill(Object.assign({}, ...schema.allOf))
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object' || schema.properties)
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, one]) => [key, fill(one)]))
  if (type === 'array') {
    if (schema.prefixItems) return schema.prefixItems.map(fill)
    const least = schema.minItems ?? 1
    const length = Math.min(schema.maxItems ?? least + 2, least + Math.floor(draw() * 3))
    return Array.from({ length }, () => fill(schema.items ?? { type: 'string' }))
  }
  if (type === 'integer' || type === 'number') return numberWithin(schema, draw(), type === 'integer')
  if (type === 'boolean') return draw() < 0.5
  if (type === 'null') return null
  return sentence(schema, from)
}

function resolve(root: Schema, ref: string): Schema {
  return ref
    .replace(/^#\/?/, '')
    .split('/')
    .filter(Boolean)
    .reduce<Schema>((at, key) => (at as Record<string, Schema>)[key] ?? {}, root)
}

function numberWithin(
  { minimum = 0, maximum = minimum + 1 }: Schema,
  drawn: number,
  isWhole: boolean,
): number {
  const number = minimum + drawn * (Math.min(maximum, minimum + 1000) - minimum)
  return isWhole ? Math.min(maximum, Math.ceil(number)) : number
}

function sentence(
  { minLength = 1, maxLength = 60 }: Schema,
  { draw, words }: { draw: () => number; words: string[] },
) {
  const length = Math.min(maxLength, Math.max(minLength, 12))
  let text = ''
  while (text.length < length) text += `${text && ' '}${words[Math.floor(draw() * words.length)] ?? 'word'}`
  return text.slice(0, maxLength).trim() || 'word'
}
