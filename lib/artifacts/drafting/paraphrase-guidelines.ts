import { paraphraseGuidelinesJob } from '@/lib/artifacts/drafting/jobs'
import { refuseWhileDrafting } from '@/lib/artifacts/drafting/refuse-while-drafting'
import { requireDrafter } from '@/lib/artifacts/drafting/require-drafter'
import { requireReadyCorpus } from '@/lib/artifacts/drafting/require-ready-corpus'
import type { Again } from '@/lib/artifacts/model'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Orders further wordings of the approved guidelines of a corpus. The work is done by a job. */
export async function paraphraseGuidelines(
  actor: ProjectActor,
  input: { corpus: string; connectionId: string; isBatch?: boolean; labels?: string[]; again?: Again },
): Promise<{ jobId: string }> {
  requireRole(actor, 'lead')
  const { connectionId, isBatch = false, labels, again = 'never' } = input
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    const corpus = await requireReadyCorpus(tx, actor, input.corpus)
    await requireDrafter(tx, actor, { by: { connectionId }, role: 'drafter' })
    await refuseWhileDrafting(tx, { kind: paraphraseGuidelinesJob.name, subjectId: corpus.id })
    const jobId = await startJob(tx, actor, {
      job: paraphraseGuidelinesJob,
      projectId,
      subjectId: corpus.id,
      payload: { connectionId, isBatch, corpusId: corpus.id, labels, again },
    })
    await audit(tx, actor, {
      action: 'paraphrases.ordered',
      subjectKind: 'corpus',
      subjectId: corpus.id,
      projectId,
      data: { jobId, again, connectionId, ...(labels && { labels }) },
    })
    return { jobId }
  })
}
