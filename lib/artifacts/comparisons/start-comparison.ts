import { randomUUID } from 'node:crypto'
import { compareDraftersJob } from '@/lib/artifacts/comparisons/jobs'
import type { Arm } from '@/lib/artifacts/comparisons/model'
import { requireDrafter } from '@/lib/artifacts/drafting/require-drafter'
import { requireReadyCorpus } from '@/lib/artifacts/drafting/require-ready-corpus'
import { draftableForms } from '@/lib/artifacts/model'
import { labelCountSchema } from '@/lib/corpora/model'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { contentHash } from '@/lib/platform/hash'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Starts comparing two drafters on the same labels. Their drafts enter the queue without saying whose they are. */
export async function startComparison(
  actor: ProjectActor,
  input: { corpus: string; labels?: string[]; a: Arm; b: Arm; seed?: number },
): Promise<{ comparisonId: string; jobId: string }> {
  requireRole(actor, 'lead')
  const { a, b, seed = 0 } = input
  const projectId = actor.project.id
  if (contentHash(a) === contentHash(b))
    throw new AppError('invalid', 'Both drafters are the same: there is nothing to compare.', {
      reason: 'nothing-to-compare',
    })
  return db.$transaction(async (tx) => {
    const corpus = await requireReadyCorpus(tx, actor, input.corpus)
    const labels = labelsOf(corpus, input.labels)
    for (const { connectionId } of [a, b])
      await requireDrafter(tx, actor, { by: { connectionId }, role: 'drafter' })
    await tx.$queryRaw`SELECT 1 FROM corpus WHERE id = ${corpus.id}::uuid FOR UPDATE`
    const open = await tx.comparison.findFirst({
      where: { corpusId: corpus.id, state: { not: 'closed' }, labels: { hasSome: labels } },
    })
    if (open)
      throw new AppError('conflict', 'Some of these labels are being compared already. Close that first.', {
        reason: 'already-comparing',
      })
    const comparisonId = randomUUID()
    const jobId = await startJob(tx, actor, {
      job: compareDraftersJob,
      projectId,
      subjectId: corpus.id,
      payload: { comparisonId },
      total: 2 * labels.length,
    })
    await tx.comparison.create({
      data: {
        id: comparisonId,
        projectId,
        corpusId: corpus.id,
        labels,
        a,
        b,
        seed,
        jobId,
        createdById: actor.id,
      },
    })
    await audit(tx, actor, {
      action: 'comparison.started',
      subjectKind: 'comparison',
      subjectId: comparisonId,
      projectId,
      data: { jobId, labels: labels.length, corpusId: corpus.id },
    })
    return { comparisonId, jobId }
  })
}

function labelsOf(
  corpus: { name: string; taskForm: string; labels: unknown },
  asked: string[] | undefined,
): string[] {
  if (!draftableForms.some((form) => form === corpus.taskForm))
    throw new AppError(
      'conflict',
      `“${corpus.name}” has no labels, and a guideline says what a label means: there is nothing to draft.`,
      { reason: 'no-drafter', params: { corpus: corpus.name } },
    )
  const known = labelCountSchema
    .array()
    .parse(corpus.labels)
    .map(({ label }) => label)
  const unknown = asked?.find((label) => !known.includes(label))
  if (unknown !== undefined)
    throw new AppError('invalid', `The corpus has no label “${unknown}”. Nothing was drafted.`, {
      reason: 'label-unknown',
      params: { label: unknown },
    })
  return asked ? [...new Set(asked)] : known
}
