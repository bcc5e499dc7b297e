import { listLabels } from '@/lib/rules/list-labels'
import { type Application, isInScope } from '@/lib/rules/model'
import type { TaskForm } from '@/lib/tasks/model'
import type { MrcGold } from '@/lib/tasks/mrc/gold'
import type { OpenieGold } from '@/lib/tasks/openie/gold'
import type { TcGold } from '@/lib/tasks/tc/gold'

/** How many items each group of an answer could have, as far as a rule is about it. */
export function countItems(of: Application): number[] {
  const single = inOneGroup[of.form]?.(of.gold as never)
  if (single !== undefined) return [single]
  const counts = new Map<string, number>()
  for (const label of listLabels(of))
    if (isInScope(of.scope, label)) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts.values()]
}

const inOneGroup: Partial<Record<TaskForm, (gold: never) => number>> = {
  openie: ({ tuples }: OpenieGold) => tuples.length,
  mrc: ({ answers }: MrcGold) => answers.length,
  tc: ({ labels }: TcGold) => labels.length,
}
