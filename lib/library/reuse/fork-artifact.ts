import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { filesOf } from '@/lib/library/folder/export-library'
import { sourceNoteSchema } from '@/lib/library/folder/model'
import { type PlannedFile, planImport } from '@/lib/library/folder/plan-import'
import { type Brought, checkBrought, proposeBrought } from '@/lib/library/propose-brought'
import { findStanding } from '@/lib/library/reuse/find-standing'
import type { ReusedDraft } from '@/lib/library/reuse/schema'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { enterProject } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Copies what stands into another project where the actor leads. It waits there as a draft: approvals are a project's own. */
export async function forkArtifact(
  actor: ProjectActor,
  input: { artifact: string; into: string; corpus?: string | undefined },
): Promise<ReusedDraft & { dropped: number }> {
  const of = await findStanding(actor, input.artifact)
  const target = await enterProject(actor, { slug: input.into, needs: 'lead' })
  const planned = await planFork(of, { projectId: target.project.id, corpus: input.corpus })
  const { content, corpusId = null, dropped = 0 } = planned
  const { kind, key, taskForm, version } = of
  const brought: Brought = { projectId: target.project.id, kind, corpusId, taskForm, key, content: content! }
  const { issues, evidence } = await checkBrought(brought)
  if (issues.length > 0) {
    const { reason, message } = findKind(kind).faulty
    throw new AppError('conflict', message, { reason, params: { count: issues.length } })
  }
  const named = sourceNoteSchema.parse({
    ...{ project: actor.project.name, key, version: version.number, history: planned.file?.history },
  })
  return db.$transaction(async (tx) => {
    const draft = await proposeBrought(
      tx,
      { kind: 'person', id: actor.id },
      {
        ...{ brought, evidence },
        sources: [{ how: 'forked', versionId: version.id, hash: version.hash, named }],
      },
    )
    await audit(tx, target, {
      action: 'artifact.forked',
      subjectKind: 'version',
      subjectId: draft.id,
      projectId: target.project.id,
      data: { kind, label: key, from: actor.project.name, number: draft.number },
    })
    return { artifactId: draft.artifactId, versionId: draft.id, dropped }
  })
}

/** A fork is an import of one file that is never written: the same rules hold for both. */
async function planFork(
  { key, version, corpus }: Awaited<ReturnType<typeof findStanding>>,
  to: { projectId: string; corpus: string | undefined },
): Promise<PlannedFile> {
  let planned: PlannedFile | undefined
  for await (const file of filesOf([version.id])) {
    const meant = corpus && to.corpus ? { [corpus.name]: to.corpus } : {}
    planned = (await planImport(to.projectId, [file], meant))[0]
  }
  const [fault] = planned?.faults ?? []
  if (!planned || fault)
    throw new AppError('conflict', fault?.message ?? 'It cannot be copied.', {
      reason: `fork-${fault?.code ?? 'shape'}`,
      params: { label: key },
    })
  if (planned.state === 'same')
    throw new AppError('conflict', `That project says the same of “${key}” already.`, {
      reason: 'fork-same',
      params: { label: key },
    })
  if (planned.state === 'waits')
    throw new AppError('conflict', `A draft of “${key}” waits there already.`, {
      reason: 'fork-waits',
      params: { label: key },
    })
  return planned
}
