import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import { draftableForms } from '@/lib/artifacts/model'
import { findReadyCorpus } from '@/lib/artifacts/writing/find-ready-corpus'
import { checkWritten, proposeWritten } from '@/lib/artifacts/writing/propose-written'
import type { WrittenDraft } from '@/lib/artifacts/writing/schema'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Puts a guideline that a person wrote for a label of a corpus in the queue. */
export async function writeGuideline(
  actor: ProjectActor,
  input: { corpus: string; guideline: GuidelineContent },
): Promise<WrittenDraft> {
  requireRole(actor, 'lead')
  const { guideline } = input
  const key = guideline.label
  const corpus = await findReadyCorpus(actor, input.corpus)
  const { taskForm } = corpus
  if (!draftableForms.includes(taskForm))
    throw new AppError('conflict', `“${corpus.name}” has no labels that a guideline could be about.`, {
      reason: 'no-drafter',
      params: { corpus: corpus.name },
    })
  if (!corpus.labels.includes(key))
    throw new AppError('invalid', `“${corpus.name}” has no label “${key}”.`, {
      reason: 'label-unknown',
      params: { label: key },
    })
  const written = { kind: 'guideline' as const, corpusId: corpus.id, taskForm, key, content: guideline }
  const evidence = await checkWritten(actor, written)
  return db.$transaction(async (tx) => {
    const version = await proposeWritten(tx, actor, { ...written, evidence })
    await audit(tx, actor, {
      action: 'guideline.written',
      subjectKind: 'version',
      subjectId: version.id,
      projectId: actor.project.id,
      data: { label: key, number: version.number },
    })
    return { versionId: version.id, artifactId: version.artifactId }
  })
}
