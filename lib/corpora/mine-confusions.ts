import { chooseOrdinals } from '@/lib/corpora/choose-ordinals'
import { findConfusions } from '@/lib/corpora/find-confusions'
import { type Confusions, labelCountSchema } from '@/lib/corpora/model'
import { pool } from '@/lib/platform/db'
import { taskFormSchema } from '@/lib/tasks/model'

const SAMPLE = 3000

/** The table of confusable labels as the gold of a sample shows it, evenly from all over the corpus: the same one every time. */
export async function mineConfusions(corpus: {
  id: string
  taskForm: string
  labels: unknown
}): Promise<Confusions> {
  const { rows } = await pool().query<{ text: string; gold: unknown }>(
    `SELECT text, gold FROM instance WHERE corpus_id = $1::uuid AND ordinal = ANY($2::int[]) ORDER BY ordinal`,
    [corpus.id, await chooseOrdinals(corpus.id, SAMPLE)],
  )
  const labels = labelCountSchema.array().parse(corpus.labels)
  return findConfusions(taskFormSchema.parse(corpus.taskForm), {
    instances: rows,
    labels: labels.map(({ label }) => label),
  })
}
