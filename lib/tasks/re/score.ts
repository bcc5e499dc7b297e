import type { ScoredAnswer, Scores } from '@/lib/tasks/model'
import { scoreItems } from '@/lib/tasks/score-items'

/**
 * Relations: right is the relation type with the exact words of both ends ("boundaries" among the
 * settings that Taillé et al. 2020, "Let's Stop Incorrect Comparisons", tell apart).
 */
export function scoreRe(answers: readonly ScoredAnswer[]): Scores {
  return scoreItems(answers)
}
