import { db } from '@/lib/platform/db'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'

/** An instance with its gold read. */
export type InstanceRow = { ordinal: number; text: string; gold: unknown }

/** Instances of a corpus by their numbers, in the order of these. */
export async function readRows(
  of: { id: string; taskForm: TaskForm },
  ordinals: readonly number[],
): Promise<InstanceRow[]> {
  const rows = await db.instance.findMany({
    where: { corpusId: of.id, ordinal: { in: [...ordinals] } },
    select: { ordinal: true, text: true, gold: true },
  })
  const form = findTaskForm(of.taskForm)
  const byOrdinal = new Map(rows.map((row) => [row.ordinal, row]))
  return ordinals.flatMap((ordinal) => {
    const row = byOrdinal.get(ordinal)
    return row ? [{ ...row, gold: form.gold.parse(row.gold) }] : []
  })
}
