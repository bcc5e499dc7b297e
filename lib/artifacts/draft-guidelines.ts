import type { DrafterChoice } from '@/lib/artifacts/drafting/model'
import { refuseWhileDrafting } from '@/lib/artifacts/drafting/refuse-while-drafting'
import { requireDrafter } from '@/lib/artifacts/drafting/require-drafter'
import { requireReadyCorpus } from '@/lib/artifacts/drafting/require-ready-corpus'
import { draftGuidelinesJob } from '@/lib/artifacts/jobs'
import { type Again, draftableForms } from '@/lib/artifacts/model'
import { refuseOpenFix } from '@/lib/corpora/fixes/refuse-open-work'
import { labelCountSchema } from '@/lib/corpora/model'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Orders guideline drafts for a corpus: one per label. The work is done by a job. */
export async function draftGuidelines(
  actor: ProjectActor,
  input: { corpus: string; labels?: string[]; again?: Again; by?: DrafterChoice; isBatch?: boolean },
): Promise<{ jobId: string }> {
  requireRole(actor, 'lead')
  const { labels, again = 'never', by = 'miner', isBatch = false } = input
  return db.$transaction(async (tx) => {
    const corpus = await requireReadyCorpus(tx, actor, input.corpus)
    refuseUnlessLabelled(corpus)
    await requireDrafter(tx, actor, { by, role: 'drafter' })
    const known = labelCountSchema.array().parse(corpus.labels)
    refuseUnknownLabels(labels, known)
    await refuseOpenFix(tx, [corpus.id])
    await refuseWhileDrafting(
      tx,
      { kind: draftGuidelinesJob.name, subjectId: corpus.id },
      {
        reason: 'already-drafting',
        message: 'Guidelines of this corpus are being drafted already. Watch or cancel that job.',
      },
    )
    const jobId = await startJob(tx, actor, {
      job: draftGuidelinesJob,
      projectId: actor.project.id,
      subjectId: corpus.id,
      payload: { corpusId: corpus.id, labels, again, by, isBatch },
      total: labels?.length ?? known.length,
    })
    await audit(tx, actor, {
      action: 'guidelines.ordered',
      subjectKind: 'corpus',
      subjectId: corpus.id,
      projectId: actor.project.id,
      data: { jobId, again, by, ...(labels && { labels }) },
    })
    return { jobId }
  })
}

function refuseUnlessLabelled(corpus: { name: string; taskForm: string }): void {
  if (!draftableForms.some((form) => form === corpus.taskForm))
    throw new AppError(
      'conflict',
      `“${corpus.name}” has no labels, and a guideline says what a label means: there is nothing to draft.`,
      {
        reason: 'no-drafter',
        params: { corpus: corpus.name },
      },
    )
}

function refuseUnknownLabels(asked: string[] | undefined, known: { label: string }[]): void {
  const unknown = asked?.find((label) => !known.some((one) => one.label === label))
  if (unknown === undefined) return
  throw new AppError('invalid', `The corpus has no label “${unknown}”. Nothing was drafted.`, {
    reason: 'label-unknown',
    params: { label: unknown },
  })
}
