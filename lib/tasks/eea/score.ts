import type { ScoredAnswer, Scores } from '@/lib/tasks/model'
import { scoreEvents } from '@/lib/tasks/score-events'

/** Arguments of events; the trigger only tells the events apart. */
export function scoreEea(answers: readonly ScoredAnswer[]): Scores {
  return scoreEvents(answers, ['argument', 'attachedArgument'])
}
