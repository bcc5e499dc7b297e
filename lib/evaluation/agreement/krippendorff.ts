import {
  type Level,
  type Measure,
  type Pattern,
  pairable,
  ratersOf,
  undefinedFor,
} from '@/lib/evaluation/agreement/model'

/**
 * The coincidence matrix (K. Krippendorff, "Computing Krippendorff's alpha-reliability", 2011, section C): how often two ratings of
 * one unit are value c and value k, each unit's pairs weighted by 1 / (m - 1), m its ratings, so that the whole sums to the ratings.
 */
export function coincidencesOf(patterns: readonly Pattern[], values: number): number[][] {
  const matrix = Array.from({ length: values }, () => Array.from({ length: values }, () => 0))
  for (const pattern of pairable(patterns)) {
    const weight = pattern.units / (ratersOf(pattern) - 1)
    for (const [c, times] of pattern.given.entries())
      for (const [k, other] of pattern.given.entries())
        matrix[c]![k]! += weight * times * (c === k ? times - 1 : other)
  }
  return matrix
}

/**
 * Krippendorff's alpha: 1 - (n - 1) * sum(o_ck d_ck) / sum(n_c n_k d_ck) over the pairs of different values, d the squared
 * difference of the level of measurement. `values`: the numbers of the values, in their order.
 */
export function krippendorffOf(
  coincidences: readonly (readonly number[])[],
  of: { level: Level; values: readonly number[] },
): Measure {
  const totals = coincidences.map((row) => row.reduce((sum, pairs) => sum + pairs, 0))
  const all = totals.reduce((sum, total) => sum + total, 0)
  if (all === 0) return undefinedFor('no-pairs')
  if (totals.filter((total) => total > 0).length < 2) return undefinedFor('one-value')
  if (of.level === 'ratio' && of.values.some((value) => value < 0)) return undefinedFor('below-zero')
  const difference = differences[of.level]({ values: of.values, totals })
  let [observed, expected] = [0, 0]
  for (const c of totals.keys())
    for (let k = c + 1; k < totals.length; k++) {
      if (totals[c] === 0 || totals[k] === 0) continue
      observed += coincidences[c]![k]! * difference(c, k)
      expected += totals[c]! * totals[k]! * difference(c, k)
    }
  return { value: 1 - ((all - 1) * observed) / expected }
}

type Difference = (c: number, k: number) => number
type Scale = { values: readonly number[]; totals: readonly number[] }

/** Section D of the same. Of ordinal values only how many ratings lie between them is known. */
const differences: Record<Level, (scale: Scale) => Difference> = {
  nominal: () => () => 1,
  ordinal:
    ({ totals }) =>
    (c, k) =>
      (totals.slice(c, k + 1).reduce((sum, total) => sum + total, 0) - (totals[c]! + totals[k]!) / 2) ** 2,
  interval:
    ({ values }) =>
    (c, k) =>
      (values[c]! - values[k]!) ** 2,
  ratio:
    ({ values }) =>
    (c, k) =>
      ((values[c]! - values[k]!) / (values[c]! + values[k]!)) ** 2,
}
