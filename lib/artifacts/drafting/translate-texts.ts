import { translateTextsJob } from '@/lib/artifacts/drafting/jobs'
import { refuseWhileDrafting } from '@/lib/artifacts/drafting/refuse-while-drafting'
import { requireDrafter } from '@/lib/artifacts/drafting/require-drafter'
import { requireReadyCorpus } from '@/lib/artifacts/drafting/require-ready-corpus'
import type { TranslatedTexts } from '@/lib/artifacts/drafting/schema'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import type { PhraseLanguage } from '@/lib/tasks/model'

/** Orders translations of texts of a corpus. Names come back as suggestions, the rest as drafts. */
export async function translateTexts(
  actor: ProjectActor,
  input: {
    corpus: string
    connectionId: string
    isBatch?: boolean
    what: TranslatedTexts
    into: PhraseLanguage
  },
): Promise<{ jobId: string }> {
  requireRole(actor, 'lead')
  const { connectionId, isBatch = false, what, into } = input
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    const corpus = await requireReadyCorpus(tx, actor, input.corpus)
    await requireDrafter(tx, actor, { by: { connectionId }, role: 'drafter' })
    await refuseWhileDrafting(tx, { kind: translateTextsJob.name, subjectId: corpus.id })
    const jobId = await startJob(tx, actor, {
      job: translateTextsJob,
      projectId,
      subjectId: corpus.id,
      payload: { connectionId, isBatch, corpusId: corpus.id, what, into },
    })
    await audit(tx, actor, {
      action: 'translations.ordered',
      subjectKind: 'corpus',
      subjectId: corpus.id,
      projectId,
      data: { jobId, what, into, connectionId },
    })
    return { jobId }
  })
}
