import type { EeGold } from '@/lib/tasks/ee/gold'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'
import type { NerGold } from '@/lib/tasks/ner/gold'
import type { ReGold } from '@/lib/tasks/re/gold'

/** Golds about different labels of one text as one, with its labels. */
export function joinGolds(
  golds: readonly unknown[],
  taskForm: TaskForm,
): { gold: unknown; labels: string[] } {
  const form = findTaskForm(taskForm)
  const gold = form.canonical(joined(golds, form.storedAs))
  return { gold, labels: form.labelsIn(gold) }
}

function joined(golds: readonly unknown[], storedAs: TaskForm): unknown {
  if (storedAs === 'ner') return { spans: (golds as NerGold[]).flatMap(({ spans }) => spans) }
  if (storedAs === 're') return (golds as ReGold[]).reduce(joinRelations)
  return { events: (golds as EeGold[]).flatMap(({ events }) => events) }
}

function joinRelations(a: ReGold, b: ReGold): ReGold {
  const moved = b.relations.map(({ type, head, tail }) => ({
    type,
    head: head + a.entities.length,
    tail: tail + a.entities.length,
  }))
  return { entities: [...a.entities, ...b.entities], relations: [...a.relations, ...moved] }
}
