import type { DrafterChoice } from '@/lib/artifacts/drafting/model'
import { refuseWhileDrafting } from '@/lib/artifacts/drafting/refuse-while-drafting'
import { requireDrafter } from '@/lib/artifacts/drafting/require-drafter'
import { requireReadyCorpus } from '@/lib/artifacts/drafting/require-ready-corpus'
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
    const corpus = await requireReadyCorpus(tx, actor, input.corpus)
    refuseUnlessMinable(corpus)
    await requireDrafter(tx, actor, { by, role: 'drafter' })
    await refuseOpenFix(tx, [corpus.id])
    await refuseWhileDrafting(
      tx,
      { kind: draftRulesJob.name, subjectId: corpus.id },
      {
        reason: 'already-drafting-rules',
        message: 'Rules of this corpus are being drafted already. Watch or cancel that job.',
      },
    )
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

function refuseUnlessMinable(corpus: { name: string; taskForm: string }): void {
  if (transformsFor(taskFormSchema.parse(corpus.taskForm)).length === 0)
    throw new AppError(
      'conflict',
      `“${corpus.name}” holds general instructions: no preference rule is about them.`,
      { reason: 'no-rules-for-form', params: { corpus: corpus.name } },
    )
}
