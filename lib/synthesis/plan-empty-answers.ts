import type { EmptyPlan } from '@/lib/synthesis/prepared/model'

/**
 * How to meet a share of empty answers without counting while composing, so that a record depends on nothing but itself: if
 * instances without gold are too many, each is kept with the chance that leaves the share; if too few, each other one is
 * asked for absent labels with the chance that fills it. An instance whose gold has every label (`withAll`) has none that are absent.
 */
export function planEmptyAnswers(
  share: number,
  corpora: { instances: number; withoutGold: number; withAll?: number },
): EmptyPlan {
  const { instances, withoutGold, withAll = 0 } = corpora
  const withGold = instances - withoutGold
  if (withoutGold > share * instances)
    return { keep: (share * withGold) / ((1 - share) * withoutGold), make: 0 }
  const askable = withGold - withAll
  return { keep: 1, make: askable > 0 ? Math.min(1, (share * instances - withoutGold) / askable) : 0 }
}
