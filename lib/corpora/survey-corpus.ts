import { surveyCorpusJob } from '@/lib/corpora/jobs'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { startJob } from '@/lib/platform/jobs'
import type { Actor } from '@/lib/platform/model'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Orders a survey of a corpus: its index for searching, its figures, what is doubtful in it. One that is on its way is the answer. */
export async function surveyCorpus(
  actor: ProjectActor,
  input: { corpus: string },
): Promise<{ jobId: string }> {
  requireRole(actor, 'lead')
  return db.$transaction(async (tx) => {
    const corpus = await tx.corpus.findFirst({ where: { id: input.corpus, projectId: actor.project.id } })
    if (!corpus)
      throw new AppError('not_found', 'There is no such corpus here.', { reason: 'corpus-unknown' })
    if (corpus.state !== 'ready')
      throw new AppError(
        'conflict',
        `“${corpus.name}” is not fully imported yet. Survey it once its import is done.`,
        {
          reason: 'corpus-not-imported',
          params: { corpus: corpus.name },
        },
      )
    const open = await findOpenSurvey(tx, corpus.id)
    if (open) return { jobId: open.id }
    const jobId = await startSurvey(tx, actor, corpus)
    await audit(tx, actor, {
      action: 'survey.ordered',
      subjectKind: 'corpus',
      subjectId: corpus.id,
      projectId: actor.project.id,
      data: { name: corpus.name, jobId },
    })
    return { jobId }
  })
}

/** The job of a survey, in the caller's transaction. */
export function startSurvey(
  tx: Tx,
  actor: Actor,
  corpus: { id: string; projectId: string; instanceCount: number },
): Promise<string> {
  return startJob(tx, actor, {
    job: surveyCorpusJob,
    projectId: corpus.projectId,
    subjectId: corpus.id,
    payload: { corpusId: corpus.id },
    total: corpus.instanceCount,
  })
}

export function findOpenSurvey(tx: Pick<Tx, 'jobRun'>, corpusId: string) {
  return tx.jobRun.findFirst({
    where: {
      kind: surveyCorpusJob.name,
      subjectId: corpusId,
      state: { in: ['queued', 'running', 'retrying'] },
    },
    select: { id: true },
  })
}
