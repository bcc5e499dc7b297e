import type { DrafterChoice } from '@/lib/artifacts/drafting/model'
import { requireDrafter } from '@/lib/artifacts/drafting/require-drafter'
import { draftRulesJob } from '@/lib/artifacts/jobs'
import type { Again } from '@/lib/artifacts/model'
import { refuseOpenFix } from '@/lib/corpora/fixes/refuse-open-work'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { transformsFor } from '@/lib/rules/find-transform'
import { taskFormSchema } from '@/lib/tasks/model'

/** Orders drafts of preference rules for a corpus: those that its gold suggests. The work is done by a job. */
export async function draftRules(
  actor: ProjectActor,
  input: { corpus: string; labels?: string[]; again?: Again; by?: DrafterChoice; isBatch?: boolean },
): Promise<{ jobId: string }> {
  requireRole(actor, 'lead')
  const { labels, again = 'never', by = 'miner', isBatch = false } = input
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    const corpus = await tx.corpus.findFirst({ where: { id: input.corpus, projectId } })
    if (!corpus)
      throw new AppError('not_found', 'There is no such corpus here.', { reason: 'corpus-unknown' })
    refuseUnlessMinable(corpus)
    await requireDrafter(tx, actor, { by, role: 'drafter' })
    await refuseOpenFix(tx, [corpus.id])
    await refuseWhileDrafting(tx, corpus.id)
    const jobId = await startJob(tx, actor, {
      job: draftRulesJob,
      projectId,
      subjectId: corpus.id,
      payload: { corpusId: corpus.id, labels, again, by, isBatch },
    })
    await audit(tx, actor, {
      action: 'rules.ordered',
      subjectKind: 'corpus',
      subjectId: corpus.id,
      projectId,
      data: { jobId, again, by, ...(labels && { labels }) },
    })
    return { jobId }
  })
}

function refuseUnlessMinable(corpus: { name: string; state: string; taskForm: string }): void {
  const params = { corpus: corpus.name }
  if (corpus.state !== 'ready')
    throw new AppError(
      'conflict',
      `“${corpus.name}” is not fully imported yet. Draft once its import is done.`,
      { reason: 'corpus-not-ready', params },
    )
  if (transformsFor(taskFormSchema.parse(corpus.taskForm)).length === 0)
    throw new AppError(
      'conflict',
      `“${corpus.name}” holds general instructions: no preference rule is about them.`,
      { reason: 'no-rules-for-form', params },
    )
}

async function refuseWhileDrafting(tx: Pick<typeof db, 'jobRun'>, corpusId: string): Promise<void> {
  const open = await tx.jobRun.findFirst({
    where: {
      kind: draftRulesJob.name,
      subjectId: corpusId,
      state: { in: ['queued', 'running', 'retrying'] },
    },
  })
  if (open)
    throw new AppError(
      'conflict',
      'Rules of this corpus are being drafted already. Watch or cancel that job.',
      { reason: 'already-drafting-rules' },
    )
}
