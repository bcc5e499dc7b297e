/** Alike enough to be decided together. */
const LIKE = 0.5
const SHINGLE = 3

/**
 * Groups of texts that say nearly the same, largest first; who is like nobody is in none. Likeness is Jaccard's over runs of three
 * words (of characters, in Chinese; Broder, 1997), and a group is what hangs together by it. Written by hand: over the few hundred
 * texts that one person decides together it is exact and takes milliseconds.
 */
export function groupSimilar(texts: readonly string[]): { likeness: number; members: number[] }[] {
  const shingles = texts.map(shinglesOf)
  const groupOf = texts.map((_, at) => ({ likeness: 1, members: [at] }))
  for (const { a, b, likeness } of alikePairs(shingles)) {
    const [one, other] = [groupOf[a]!, groupOf[b]!]
    if (one === other) continue
    one.likeness = Math.min(one.likeness, other.likeness, likeness)
    for (const member of other.members) {
      one.members.push(member)
      groupOf[member] = one
    }
  }
  return [...new Set(groupOf)]
    .filter(({ members }) => members.length > 1)
    .map(({ likeness, members }) => ({ likeness, members: members.sort((x, y) => x - y) }))
    .sort((x, y) => y.members.length - x.members.length || x.members[0]! - y.members[0]!)
}

/** The most alike first: a group is told by the weakest link that holds it together. */
function alikePairs(shingles: readonly Set<string>[]): { a: number; b: number; likeness: number }[] {
  const all = shingles.length
  return [...countShared(shingles)]
    .map(([key, shared]) => {
      const [a, b] = [Math.floor(key / all), key % all]
      return { a, b, likeness: shared / (shingles[a]!.size + shingles[b]!.size - shared) }
    })
    .filter(({ likeness }) => likeness >= LIKE)
    .sort((x, y) => y.likeness - x.likeness)
}

/** How many shingles two texts share, for pairs that share any: the pair `a`, `b` under `a * all + b`. */
function countShared(shingles: readonly Set<string>[]): Map<number, number> {
  const holders = new Map<string, number[]>()
  const shared = new Map<number, number>()
  for (const [b, own] of shingles.entries())
    for (const one of own) {
      const before = holders.get(one) ?? []
      for (const a of before) {
        const key = a * shingles.length + b
        shared.set(key, (shared.get(key) ?? 0) + 1)
      }
      before.push(b)
      holders.set(one, before)
    }
  return shared
}

function shinglesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{Script=Han}|[^\s\p{Script=Han}\p{P}]+/gu) ?? []
  if (words.length < SHINGLE) return new Set(words.length > 0 ? [words.join(' ')] : [])
  return new Set(words.slice(SHINGLE - 1).map((_, at) => words.slice(at, at + SHINGLE).join(' ')))
}
