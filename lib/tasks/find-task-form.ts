import { eeForm } from '@/lib/tasks/ee/task-form'
import { eeaForm } from '@/lib/tasks/eea/task-form'
import { eetForm } from '@/lib/tasks/eet/task-form'
import { generalForm } from '@/lib/tasks/general/task-form'
import { kgForm } from '@/lib/tasks/kg/task-form'
import type { TaskForm, TaskFormDefinition } from '@/lib/tasks/model'
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
