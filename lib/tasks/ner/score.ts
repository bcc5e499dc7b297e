import type { ScoredAnswer, Scores } from '@/lib/tasks/model'
import { scoreItems } from '@/lib/tasks/score-items'

/** Mentions: right is the exact words under the right type (Tjong Kim Sang and De Meulder 2003, section 2.3). */
export function scoreNer(answers: readonly ScoredAnswer[]): Scores {
  return scoreItems(answers)
}
