import { joinScores } from '@/lib/tasks/join-scores'
import type { Answer, AnswerItem, ScoredAnswer, Scores } from '@/lib/tasks/model'
import { scoreItems, type Unit, valuesOf } from '@/lib/tasks/score-items'

/** What of an event is counted, by the names under which its figures appear. */
const VIEWS = { trigger: triggerUnits, argument: argumentUnits, attachedArgument: attachedArgumentUnits }
export type EventView = keyof typeof VIEWS

/**
 * Events, by the criteria of ACE: `trigger` wants the event type and the words of the trigger, `argument` the event type, the
 * role and the words (Li, Ji and Huang 2013, section 4.1, with words for offsets). `attachedArgument` wants the trigger of its
 * event as well, so that an argument given to the wrong one of two events is wrong (AC+ of TextEE, Huang et al. 2024,
 * its evaluation metrics).
 */
export function scoreEvents(answers: readonly ScoredAnswer[], views: readonly EventView[]): Scores {
  return joinScores(Object.fromEntries(views.map((view) => [view, scoreItems(answers, VIEWS[view])])))
}

function triggerUnits(answer: Answer): Unit[] {
  return unitsOf(answer, (event) => triggersOf(event))
}

function argumentUnits(answer: Answer): Unit[] {
  return unitsOf(answer, (event) => argumentsOf(event).map((argument) => JSON.stringify(argument)))
}

function attachedArgumentUnits(answer: Answer): Unit[] {
  return unitsOf(answer, (event) =>
    argumentsOf(event).map((argument) => JSON.stringify([triggersOf(event), ...argument])),
  )
}

function unitsOf(answer: Answer, keysOf: (event: AnswerItem) => string[]): Unit[] {
  return answer.flatMap(({ label, items }) => items.flatMap(keysOf).map((key) => ({ label, key })))
}

function triggersOf(event: AnswerItem): string[] {
  return typeof event === 'string' ? [event] : valuesOf(event.trigger)
}

function argumentsOf(event: AnswerItem): [role: string, words: string][] {
  if (typeof event === 'string') return []
  const roles = Object.entries(event).filter(([role]) => role !== 'trigger')
  return roles.flatMap(([role, value]) => valuesOf(value).map((words): [string, string] => [role, words]))
}
