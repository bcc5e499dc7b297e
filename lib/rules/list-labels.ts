import type { Application } from '@/lib/rules/model'
import type { EeGold } from '@/lib/tasks/ee/gold'
import { findTaskForm } from '@/lib/tasks/find-task-form'

/**
 * The label of every item that an answer could have, repeats included. An event of which no argument is known is an item of arguments
 * too, where its roles are asked for; one without a trigger is none of triggers.
 */
export function listLabels({ form, gold }: Pick<Application, 'form' | 'gold'>): string[] {
  if (form === 'eea') return (gold as EeGold).events.map(({ type }) => type)
  return findTaskForm(form).labelsIn(gold)
}
