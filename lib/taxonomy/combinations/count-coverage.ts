import { countOfPair, countOfSession } from '@/lib/taxonomy/combinations/count-combinations'
import { indexCombinations } from '@/lib/taxonomy/combinations/index-combinations'
import {
  combinationStrategies,
  type NumberedCombination,
  type StrategyCounts,
  type SyllabusShape,
} from '@/lib/taxonomy/combinations/model'
import { unrankCombination } from '@/lib/taxonomy/combinations/unrank-combination'

/** How many of the combinations that there are have been used. */
export type Covered = { used: StrategyCounts; size: StrategyCounts }
/** A combination of two sessions counts in both, and in each of its concepts. */
export type SessionCovered = Covered & { concepts: Covered[] }
export type Coverage = Covered & { sessions: SessionCovered[] }

/** What of a syllabus is used: of the whole, of each session and of each concept, by strategy. A number that comes twice counts once. */
export function countCoverage(shape: SyllabusShape, used: Iterable<NumberedCombination>): Coverage {
  const index = indexCombinations(shape)
  const sessions = shape.map((concepts, session): SessionCovered => {
    const counted = (length: number): StrategyCounts => ({
      s1: countOfSession(length),
      s2: shape.reduce((sum, other, at) => (at === session ? sum : sum + countOfPair(length, other)), 0),
    })
    const size = counted(concepts)
    const without = concepts > 0 ? counted(concepts - 1) : size
    const ofConcept = { s1: size.s1 - without.s1, s2: size.s2 - without.s2 }
    return {
      ...{ used: none(), size },
      concepts: Array.from({ length: concepts }, () => ({ used: none(), size: ofConcept })),
    }
  })
  const seen = { s1: new Set<number>(), s2: new Set<number>() }
  for (const { strategy, rank } of used) {
    if (seen[strategy].has(rank)) continue
    seen[strategy].add(rank)
    for (const { session, concepts } of unrankCombination(index, { strategy, rank }).picks) {
      sessions[session]!.used[strategy]++
      for (const place of concepts) sessions[session]!.concepts[place]!.used[strategy]++
    }
  }
  const total = none()
  for (const strategy of combinationStrategies) total[strategy] = seen[strategy].size
  return { used: total, size: index.size, sessions }
}

const none = (): StrategyCounts => ({ s1: 0, s2: 0 })
