import { eeForm } from '@/lib/tasks/ee/task-form'
import { eeaForm } from '@/lib/tasks/eea/task-form'
import { eetForm } from '@/lib/tasks/eet/task-form'
import { generalForm } from '@/lib/tasks/general/task-form'
import { kgForm } from '@/lib/tasks/kg/task-form'
import { type TaskForm, type TaskFormDefinition, taskForms } from '@/lib/tasks/model'
import { mrcForm } from '@/lib/tasks/mrc/task-form'
import { nerForm } from '@/lib/tasks/ner/task-form'
import { openieForm } from '@/lib/tasks/openie/task-form'
import { reForm } from '@/lib/tasks/re/task-form'
import { spoForm } from '@/lib/tasks/spo/task-form'
import { tcForm } from '@/lib/tasks/tc/task-form'

// Each form reads its own gold; who holds one by name has parsed the gold with its schema.
const byName: Record<TaskForm, TaskFormDefinition> = {
  ner: nerForm as TaskFormDefinition,
  re: reForm as TaskFormDefinition,
  spo: spoForm as TaskFormDefinition,
  ee: eeForm as TaskFormDefinition,
  eet: eetForm as TaskFormDefinition,
  eea: eeaForm as TaskFormDefinition,
  kg: kgForm as TaskFormDefinition,
  openie: openieForm as TaskFormDefinition,
  mrc: mrcForm as TaskFormDefinition,
  tc: tcForm as TaskFormDefinition,
  general: generalForm as TaskFormDefinition,
}

/** A task form by its name. */
export function findTaskForm(form: TaskForm): TaskFormDefinition {
  return byName[form]
}

/** The task forms that a gold of this form can be asked as: its own first, then other views of the same gold. */
export function formsOfGold(form: TaskForm): TaskForm[] {
  const { storedAs } = findTaskForm(form)
  return [form, ...taskForms.filter((one) => one !== form && findTaskForm(one).storedAs === storedAs)]
}
