import type { TaskForm, TaskFormDefinition } from '@/lib/tasks/model'
import { nerForm } from '@/lib/tasks/ner/task-form'

// Each form reads its own gold; who holds one by name has parsed the gold with its schema.
const byName: Partial<Record<TaskForm, TaskFormDefinition>> = {
  ner: nerForm as TaskFormDefinition,
}

/** A task form by its name. */
export function findTaskForm(form: TaskForm): TaskFormDefinition {
  const found = byName[form]
  if (!found) throw new Error(`The task form ${form} has no definition in lib/tasks/${form}/task-form.`)
  return found
}
