/** Numbers by name, at any depth, and lists of examples. */
type Counts = { [name: string]: Counted }
type Counted = number | readonly unknown[] | Counts

/** Examples kept of each kind, however many parts found some. */
const MOST_EXAMPLES = 50

/** Counts of two parts as one: numbers are added, lists put one after the other up to their limit. */
export function mergeCounts<Of extends object>(a: Of, b: Of): Of {
  return combine(a as Counts, b as Counts, 1) as Of
}

/** Counts without those of what was taken out again. Lists stay as they are. */
export function subtractCounts<Of extends object>(from: Of, taken: Of): Of {
  return combine(from as Counts, taken as Counts, -1) as Of
}

function combine(a: Counts, b: Counts, sign: 1 | -1): Counts {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return Object.fromEntries([...names].map((name) => [name, one(a[name], b[name], sign)]))
}

function one(a: Counted | undefined, b: Counted | undefined, sign: 1 | -1): Counted {
  const shape = a ?? b
  if (typeof shape === 'number') return ((a as number) ?? 0) + sign * ((b as number) ?? 0)
  if (Array.isArray(shape)) {
    const more = sign === 1 ? ((b as unknown[]) ?? []) : []
    return [...((a as unknown[]) ?? []), ...more].slice(0, MOST_EXAMPLES)
  }
  return withoutZeros(combine((a as Counts) ?? {}, (b as Counts) ?? {}, sign))
}

const withoutZeros = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== 0))
