import {
  type Measure,
  type Pattern,
  pairable,
  ratersOf,
  undefinedFor,
} from '@/lib/evaluation/agreement/model'

/** How often two raters of a unit say the same, every unit counting once, however many rated it. */
export function percentOf(patterns: readonly Pattern[]): Measure {
  const rated = pairable(patterns)
  const units = rated.reduce((sum, pattern) => sum + pattern.units, 0)
  if (units === 0) return undefinedFor('no-pairs')
  return { value: rated.reduce((sum, pattern) => sum + pattern.units * shareAlike(pattern), 0) / units }
}

/** Of the ordered pairs of raters of one unit, how many gave the same value: P_i of Fleiss. */
export function shareAlike(pattern: Pattern): number {
  const raters = ratersOf(pattern)
  const alike = pattern.given.reduce((sum, times) => sum + times * (times - 1), 0)
  return alike / (raters * (raters - 1))
}
