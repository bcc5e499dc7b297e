import type { PreparedForm } from '@/lib/synthesis/prepared/model'
import type { Task } from '@/lib/synthesis/record/model'
import type { AskedSchema, Lowered } from '@/lib/tasks/model'

/** What is asked for these labels: each with the fields that its corpus has for it, and those of this gold. */
export function schemaOf({ form, prepared, instance }: Task, labels: readonly string[]): AskedSchema {
  const own = form.fieldsIn(instance.gold)
  return labels.map((label) => ({ label, fields: fieldsOf(label, { prepared, own: own.get(label) }) }))
}

function fieldsOf(
  label: string,
  { prepared, own = [] }: { prepared: PreparedForm; own: readonly string[] | undefined },
): string[] {
  const known = prepared.fields.get(label) ?? []
  return [...known, ...own.filter((field) => !known.includes(field))]
}

/** The answer that the gold itself gives. */
export function lowerQuestion({ form, instance }: Task, schema: AskedSchema): Lowered {
  return form.lower(instance.text, instance.gold, schema)
}
