import {
  type Measure,
  type Pattern,
  pairable,
  ratersOf,
  undefinedFor,
} from '@/lib/evaluation/agreement/model'
import { percentOf } from '@/lib/evaluation/agreement/percent'

/**
 * Fleiss' kappa (J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76, 1971, 378-382):
 * (P - P_e) / (1 - P_e), P the mean share of agreeing pairs, P_e the sum of the squared shares of the values. It is defined for
 * units with the same number of ratings: of several numbers, that of most units is taken, the larger of two that are as frequent.
 */
export function fleissOf(patterns: readonly Pattern[]): { kappa: Measure; raters: number; units: number } {
  const { raters, units } = commonest(patterns)
  const alike = pairable(patterns).filter((pattern) => ratersOf(pattern) === raters)
  const observed = percentOf(alike)
  if (observed.value === null) return { kappa: observed, raters, units }
  const values = alike[0]!.given.map((_, value) =>
    alike.reduce((sum, pattern) => sum + pattern.units * pattern.given[value]!, 0),
  )
  const byChance = values.reduce((sum, times) => sum + (times / (units * raters)) ** 2, 0)
  if (values.filter((times) => times > 0).length < 2)
    return { kappa: undefinedFor('one-value'), raters, units }
  return { kappa: { value: (observed.value - byChance) / (1 - byChance) }, raters, units }
}

function commonest(patterns: readonly Pattern[]): { raters: number; units: number } {
  const byRaters = new Map<number, number>()
  for (const pattern of pairable(patterns)) {
    const raters = ratersOf(pattern)
    byRaters.set(raters, (byRaters.get(raters) ?? 0) + pattern.units)
  }
  const [raters = 0, units = 0] = [...byRaters].toSorted(([a, n], [b, m]) => m - n || b - a)[0] ?? []
  return { raters, units }
}
