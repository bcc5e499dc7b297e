import { canonicalJson } from '@/lib/platform/hash'

/** Two contents as one to begin with: what is one text is the first's, lists have what either has, the first's before. */
export function joinContents(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) {
    const known = new Set(one.map(canonicalJson))
    return [...one, ...other.filter((item) => !known.has(canonicalJson(item)))]
  }
  if (!isRecord(one) || !isRecord(other)) return one
  return Object.fromEntries(
    Object.entries(one).map(([key, value]) => [key, key in other ? joinContents(value, other[key]) : value]),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
