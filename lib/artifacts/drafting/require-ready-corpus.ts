import type { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'

/** A corpus of the project that is fully imported. */
export async function requireReadyCorpus(tx: Pick<typeof db, 'corpus'>, actor: ProjectActor, id: string) {
  const corpus = await tx.corpus.findFirst({ where: { id, projectId: actor.project.id } })
  if (!corpus) throw new AppError('not_found', 'There is no such corpus here.', { reason: 'corpus-unknown' })
  if (corpus.state === 'ready') return corpus
  throw new AppError(
    'conflict',
    `“${corpus.name}” is not fully imported yet. Draft once its import is done.`,
    { reason: 'corpus-not-ready', params: { corpus: corpus.name } },
  )
}
