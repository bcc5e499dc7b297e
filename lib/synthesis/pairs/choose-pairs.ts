import { hash } from 'node:crypto'
import type { PlacedPair, RecipePairs } from '@/lib/synthesis/pairs/model'

/** A node of a recipe by its place in the tree. */
export type WeighedNode = RecipePairs['nodes'][number] & { path: string }

/**
 * Which pairs a recipe takes, in their order. Each has a number of its own by chance, drawn from the seed and from nothing else, so that
 * a pair more or less moves no other: by weight the numbers say who is in, and under a cap the smallest stay.
 */
export function choosePairs<Pair extends PlacedPair>(
  pairs: readonly Pair[],
  {
    seed,
    nodes,
    ...caps
  }: Pick<RecipePairs, 'cap' | 'perSubject'> & { seed: number; nodes: readonly WeighedNode[] },
): Pair[] {
  const weighed = pairs.map((pair) => {
    const above = nodes.filter(({ path }) => pair.path.startsWith(path))
    return { pair, above, weight: above.reduce((product, { weight }) => product * weight, 1) }
  })
  const most = weighed.reduce((largest, { weight }) => Math.max(largest, weight), 0)
  const drawn = weighed
    .filter(({ weight }) => weight > 0)
    .map((one) => ({ ...one, turn: (chanceOf(seed, one.pair.artifactId) * most) / one.weight }))
    .filter(({ turn }) => turn < 1)
    .sort((a, b) => a.turn - b.turn || a.pair.ordinal - b.pair.ordinal)
  const taken = new Map<string, number>()
  const chosen = drawn.filter(({ pair, above }) => {
    const limits: [string, number | null][] = [
      ['', caps.cap],
      [`subject/${pair.subject}`, caps.perSubject],
      ...above.map(({ id, cap }): [string, number | null] => [`node/${id}`, cap]),
    ]
    if (limits.some(([key, limit]) => limit !== null && (taken.get(key) ?? 0) >= limit)) return false
    for (const [key] of limits) taken.set(key, (taken.get(key) ?? 0) + 1)
    return true
  })
  return chosen.map(({ pair }) => pair).sort((a, b) => a.ordinal - b.ordinal)
}

function chanceOf(seed: number, id: string): number {
  return hash('sha256', `pairs/${seed}/${id}`, 'buffer').readUIntBE(0, 6) / 2 ** 48
}
