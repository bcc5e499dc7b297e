import type { StrategyCounts } from '@/lib/taxonomy/combinations/model'

/** How many a subject gives, and how many it has left of each strategy. */
export type ToSplit = { count: number; room: StrategyCounts }

/**
 * Splits what each subject gives between the strategies, so that S1's share holds over all of them and, as far as whole numbers go, over
 * every stretch of them. A subject that lacks one strategy gives the other, and the next ones make up for it, or those before.
 */
export function splitStrategies(subjects: readonly ToSplit[], shareOfS1: number): StrategyCounts[] {
  const total = subjects.reduce((sum, { count }) => sum + count, 0)
  let [passed, given] = [0, 0]
  const split = subjects.map(({ count, room }) => {
    passed += count
    const wanted = Math.round(passed * shareOfS1) - given
    const s1 = Math.min(count, room.s1, Math.max(0, count - room.s2, wanted))
    given += s1
    return { s1, s2: count - s1 }
  })
  let missing = Math.round(total * shareOfS1) - given
  for (let at = split.length - 1; at >= 0 && missing !== 0; at--) {
    const { room } = subjects[at]!
    const one = split[at]!
    const moved =
      missing > 0
        ? Math.min(missing, one.s2, room.s1 - one.s1)
        : -Math.min(-missing, one.s1, room.s2 - one.s2)
    one.s1 += moved
    one.s2 -= moved
    missing -= moved
  }
  return split
}
