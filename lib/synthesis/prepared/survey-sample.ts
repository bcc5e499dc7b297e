import { findConfusions } from '@/lib/corpora/find-confusions'
import type { Confusions } from '@/lib/corpora/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'

/** Fields that one label is asked for, at most; those of a record's own gold come on top. */
const MOST_FIELDS = 40

/** What a sample of a corpus shows about it as one task form asks about it. */
export type SampledForm = {
  labels: string[]
  fields: Map<string, string[]>
  confusions: Confusions
  /** Share of the instances in which the form finds nothing. */
  shareWithoutGold: number
}

/** `labels`: those known of the corpus. A view of its gold has labels of its own, found in the sample. */
export function surveySample(
  form: TaskForm,
  of: { instances: readonly { text: string; gold: unknown }[]; labels: readonly string[] | null },
): SampledForm {
  const definition = findTaskForm(form)
  const counts = new Map<string, number>()
  const fields = new Map<string, Map<string, number>>()
  let without = 0
  for (const { gold } of of.instances) {
    const own = definition.labelsIn(gold)
    if (own.length === 0) without++
    for (const label of own) counts.set(label, (counts.get(label) ?? 0) + 1)
    for (const [label, names] of definition.fieldsIn(gold)) countFields(fields, label, names)
  }
  const labels = of.labels ?? commonestFirst(counts)
  return {
    labels: [...labels],
    fields: new Map(
      [...fields].map(([label, counted]) => [label, commonestFirst(counted).slice(0, MOST_FIELDS)]),
    ),
    confusions: findConfusions(form, { instances: of.instances, labels }),
    shareWithoutGold: of.instances.length ? without / of.instances.length : 0,
  }
}

function countFields(
  fields: Map<string, Map<string, number>>,
  label: string,
  names: readonly string[],
): void {
  const counted = fields.get(label) ?? new Map<string, number>()
  for (const name of names) counted.set(name, (counted.get(name) ?? 0) + 1)
  fields.set(label, counted)
}

function commonestFirst(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name)
}
