import type { ScoredAnswer, Scores } from '@/lib/tasks/model'
import { scoreEvents } from '@/lib/tasks/score-events'

/** Events: their triggers, their arguments, and their arguments together with the trigger. */
export function scoreEe(answers: readonly ScoredAnswer[]): Scores {
  return scoreEvents(answers, ['trigger', 'argument', 'attachedArgument'])
}
