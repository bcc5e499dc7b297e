import { isStorable } from '@/lib/platform/require-storable'

/** Extras that the database can keep and read again, and the names of the others. */
export function storableExtras(extras: Record<string, unknown>): {
  kept: Record<string, unknown> | undefined
  left: string[]
} {
  const isKept = ([name, value]: [string, unknown]) => isStorable(name) && isStorableValue(value)
  const kept = Object.entries(extras).filter(isKept)
  const left = Object.keys(extras).filter((name) => !kept.some(([one]) => one === name))
  return { kept: kept.length ? Object.fromEntries(kept) : undefined, left }
}

function isStorableValue(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, inner]) => isStorable(name) && isStorableValue(inner))
}
