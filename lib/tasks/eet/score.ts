import type { ScoredAnswer, Scores } from '@/lib/tasks/model'
import { scoreEvents } from '@/lib/tasks/score-events'

/** Triggers of events: right is the event type with the exact words (Li, Ji and Huang 2013, section 4.1). */
export function scoreEet(answers: readonly ScoredAnswer[]): Scores {
  return scoreEvents(answers, ['trigger'])
}
