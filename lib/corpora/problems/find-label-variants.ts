import type { LabelCount } from '@/lib/corpora/model'

/** Labels that look like spellings of one another; the one that occurs most stands first. */
export type LabelVariants = readonly LabelCount[]

/** Shorter names are too near to each other by nature: LOC and LAW are no spellings of one label. */
const SHORTEST_WITH_SLIP = 6

/**
 * Labels that differ only in case, separators, width, plural, or by one letter put in, left out, exchanged or swapped with its
 * neighbour. Digits are no slip: `step1` and `step2` are two labels.
 */
export function findLabelVariants(labels: readonly LabelCount[]): LabelVariants[] {
  const parents = labels.map((_, at) => at)
  const rootOf = (at: number): number => (parents[at] === at ? at : rootOf(parents[at]!))
  const join = (a: number, b: number) => {
    parents[rootOf(a)] = rootOf(b)
  }
  const byForm = new Map<string, number>()
  const bySlip = new Map<string, number[]>()
  for (const [at, { label }] of labels.entries()) {
    const form = plainForm(label)
    const same = byForm.get(form)
    if (same !== undefined) {
      join(at, same)
      continue
    }
    byForm.set(form, at)
    if (form.length < SHORTEST_WITH_SLIP) continue
    for (const key of slipsOf(form)) {
      const near = bySlip.get(key) ?? []
      for (const other of near) if (isOneSlip(form, plainForm(labels[other]!.label))) join(at, other)
      bySlip.set(key, [...near, at])
    }
  }
  return groupsOf(labels, rootOf)
}

function groupsOf(labels: readonly LabelCount[], rootOf: (at: number) => number): LabelVariants[] {
  const groups = new Map<number, LabelCount[]>()
  for (const [at, label] of labels.entries()) {
    const root = rootOf(at)
    groups.set(root, [...(groups.get(root) ?? []), label])
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted((a, b) => b.items - a.items || (a.label < b.label ? -1 : 1)))
}

/** A label without what writers vary: case, width, what stands between words, the plural of its last word. */
export function plainForm(label: string): string {
  const letters = label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-./:·]+/g, '')
  if (/[^aeious]ies$/.test(letters)) return `${letters.slice(0, -3)}y`
  if (/(ss|sh|ch|x|z)es$/.test(letters)) return letters.slice(0, -2)
  return /[^siu]s$/.test(letters) && letters.length > 3 ? letters.slice(0, -1) : letters
}

/** The form, and the form without one of its characters: two forms a slip apart share one of these. */
function slipsOf(form: string): Set<string> {
  return new Set([form, ...Array.from(form, (_, at) => form.slice(0, at) + form.slice(at + 1))])
}

/** One edit apart (Damerau-Levenshtein), and the edit touches no digit. */
function isOneSlip(a: string, b: string): boolean {
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let back = 0
  while (back < Math.min(a.length, b.length) - from && a.at(-1 - back) === b.at(-1 - back)) back++
  const [left, right] = [a.slice(from, a.length - back), b.slice(from, b.length - back)]
  if (/\d/.test(left + right)) return false
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
