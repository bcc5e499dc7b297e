import type { CompoundPlan, Coverage, EmptyPlan } from '@/lib/synthesis/model'

/**
 * How to meet a share of compound instructions where only some records can be one: those that have a guided label to ask for.
 * Each of them is compound with the chance that fills the share among all, or always when there are too few.
 */
export function planCompound(share: number, { empty, of }: { empty: EmptyPlan; of: Coverage }): CompoundPlan {
  const withGold = of.instances - of.withoutGold
  const records = empty.keep * of.withoutGold + withGold
  const able =
    empty.keep * of.emptyGuided + empty.make * of.absentGuided + (1 - empty.make) * of.presentGuided
  const reachable = records ? Math.min(1, able / records) : 0
  return { chance: reachable > share ? share / reachable : 1, reachable }
}
