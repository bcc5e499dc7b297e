import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'

/**
 * What an instruction of a form names: `labels` that it is answered by, one after the other; `classes` to choose from; or
 * `nothing`, as for a question about a text.
 */
export type Asking = 'labels' | 'classes' | 'nothing'

const known = new Map<TaskForm, Asking>()

export function askingOf(form: TaskForm): Asking {
  const found = known.get(form) ?? findAsking(form)
  known.set(form, found)
  return found
}

function findAsking(form: TaskForm): Asking {
  const { phrases, groups } = findTaskForm(form)
  if (!phrases.en.basic.some((phrase) => phrase.includes('{labels}'))) return 'nothing'
  const [group] = groups([{ label: '{labels}', fields: [] }])
  return group?.label === '{labels}' ? 'labels' : 'classes'
}
