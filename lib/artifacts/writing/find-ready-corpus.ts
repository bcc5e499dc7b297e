import { labelCountSchema } from '@/lib/corpora/model'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { type TaskForm, taskFormSchema } from '@/lib/tasks/model'

export type ReadyCorpus = {
  id: string
  name: string
  language: string
  taskForm: TaskForm
  instanceCount: number
  labels: string[]
}

/** An imported corpus of the project, with its labels, the commonest first. */
export async function findReadyCorpus(actor: ProjectActor, id: string): Promise<ReadyCorpus> {
  const corpus = await db.corpus.findFirst({ where: { id, projectId: actor.project.id, state: 'ready' } })
  if (!corpus) throw new AppError('not_found', 'There is no such corpus here.', { reason: 'corpus-unknown' })
  return {
    ...corpus,
    taskForm: taskFormSchema.parse(corpus.taskForm),
    labels: labelCountSchema
      .array()
      .parse(corpus.labels)
      .sort((a, b) => b.items - a.items)
      .map(({ label }) => label),
  }
}
