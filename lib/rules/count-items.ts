import { type Application, isInScope } from '@/lib/rules/model'
import type { EeGold } from '@/lib/tasks/ee/gold'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'
import type { MrcGold } from '@/lib/tasks/mrc/gold'
import type { OpenieGold } from '@/lib/tasks/openie/gold'
import type { TcGold } from '@/lib/tasks/tc/gold'

/** How many items each group of an answer could have, as far as a rule is about it. */
export function countItems(of: Application): number[] {
  const single = inOneGroup[of.form]?.(of.gold as never)
  if (single !== undefined) return [single]
  const counts = new Map<string, number>()
  for (const label of labelsOf(of))
    if (isInScope(of.scope, label)) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts.values()]
}

const inOneGroup: Partial<Record<TaskForm, (gold: never) => number>> = {
  openie: ({ tuples }: OpenieGold) => tuples.length,
  mrc: ({ answers }: MrcGold) => answers.length,
  tc: ({ labels }: TcGold) => labels.length,
}

/** An event of which no argument is known is an item of the answer too, where its roles are asked for. */
function labelsOf({ form, gold }: Application): string[] {
  if (form === 'eea') return (gold as EeGold).events.map(({ type }) => type)
  return findTaskForm(form).labelsIn(gold)
}
