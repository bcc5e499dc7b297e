/** JSON whose keys stay where they are: an object would move "1" to the front and lose `__proto__`. */
export type WritableJson = string | null | WritableJson[] | { entries: [key: string, value: WritableJson][] }

/** With `indent` 0 on one line, with spaces after commas and colons; else as JSON.stringify indents. */
export function writeJson(value: WritableJson, indent: number): string {
  return writeNode(value, { indent, depth: 0 })
}

type Place = { indent: number; depth: number }

function writeNode(value: WritableJson, place: Place): string {
  if (value === null || typeof value === 'string') return JSON.stringify(value)
  const inner = { ...place, depth: place.depth + 1 }
  if (Array.isArray(value))
    return enclose(
      ['[', ']'],
      value.map((one) => writeNode(one, inner)),
      place,
    )
  const entries = value.entries.map(([key, one]) => `${JSON.stringify(key)}: ${writeNode(one, inner)}`)
  return enclose(['{', '}'], entries, place)
}

function enclose([open, close]: [string, string], parts: string[], { indent, depth }: Place): string {
  if (!indent || !parts.length) return `${open}${parts.join(', ')}${close}`
  const line = `\n${' '.repeat(indent * depth)}`
  const step = ' '.repeat(indent)
  return `${open}${parts.map((part) => `${line}${step}${part}`).join(',')}${line}${close}`
}
