import { canonicalEeGold, type Event } from '@/lib/tasks/ee/gold'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'
import { canonicalNerGold } from '@/lib/tasks/ner/gold'
import { canonicalReGold, type Entity, type Relation } from '@/lib/tasks/re/gold'

/** All that a record marks in its text. Null: it has no place for such marks, so nobody looked for any. */
export type Annotation = {
  entities: readonly Entity[]
  /** Were all entities looked for? Otherwise they are what relations join, and no more. */
  marksEntities: boolean
  relations: readonly Relation[] | null
  events: readonly Event[] | null
}

/** The gold of a task form in what a record marks, with its labels; null where nobody looked for what the form asks. */
export function shapeGold(
  annotation: Annotation,
  taskForm: TaskForm,
): { gold: unknown; labels: string[] } | null {
  const form = findTaskForm(taskForm)
  const gold = goldOf(annotation, form.storedAs)
  return gold === null ? null : { gold, labels: form.labelsIn(gold) }
}

function goldOf({ entities, marksEntities, relations, events }: Annotation, storedAs: TaskForm): unknown {
  if (storedAs === 'ner')
    return marksEntities ? canonicalNerGold(entities.filter(({ label }) => label !== '')) : null
  if (storedAs === 're')
    return relations && canonicalReGold({ entities: [...entities], relations: [...relations] })
  return events && canonicalEeGold({ events: [...events] })
}
