import type { Draw } from '@/lib/synthesis/make-draw'
import type { LabelNaming } from '@/lib/synthesis/model'
import type { Task } from '@/lib/synthesis/record/model'
import type { AskedSchema } from '@/lib/tasks/model'

/** What a record calls the labels that it asks for; null where it calls them as the corpus does. */
export function nameQuestion({ prepared, language }: Task): LabelNaming | null {
  return prepared.naming?.[language] ?? null
}

/**
 * LABEL_1, LABEL_2, … in place of names, for a share of the records: what a label means is then only in its guideline (GoLLIE,
 * ICLR 2024). The numbers follow the order in which the labels are asked for. Null for the others.
 */
export function maskLabels(draw: Draw, schema: AskedSchema, share: number): LabelNaming | null {
  if (draw.fraction() >= share) return null
  const masks = new Map(schema.map(({ label }, at) => [label, `LABEL_${at + 1}`]))
  const labels = new Map([...masks].map(([label, mask]) => [mask, label]))
  return { nameOf: (label) => masks.get(label) ?? label, labelOf: (name) => labels.get(name) ?? name }
}
