import { proposeBrought } from '@/lib/library/propose-brought'
import { findStanding, requireOpen, type StandingArtifact } from '@/lib/library/reuse/find-standing'
import { readWritten } from '@/lib/library/reuse/read-written'
import type { ReusedDraft } from '@/lib/library/reuse/schema'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/**
 * Proposes one text for two things of a kind and a corpus, as the next version of the first. Until it is approved both stand as
 * they are, so that a release in between lacks neither; its approval retires the second.
 */
export async function mergeArtifacts(
  actor: ProjectActor,
  input: { artifact: string; from: string; text: string },
): Promise<ReusedDraft> {
  requireRole(actor, 'lead')
  const into = await findStanding(actor, input.artifact)
  const from = await findStanding(actor, input.from)
  requireOpen(into)
  requireOpen(from)
  requireAlike(into, from)
  const written = await readWritten(actor, into, { text: input.text, field: 'text', keyOf: () => into.key })
  return db.$transaction(async (tx) => {
    const version = await proposeBrought(
      tx,
      { kind: 'person', id: actor.id },
      {
        ...written,
        sources: [into, from].map(({ key, version: { id, number, hash } }) => ({
          ...{ how: 'merged' as const, versionId: id, hash, named: { key, version: number } },
        })),
      },
    )
    await tx.artifactMerge.create({ data: { versionId: version.id, artifactId: from.id } })
    await audit(tx, actor, {
      action: 'artifact.merged',
      subjectKind: 'version',
      subjectId: version.id,
      projectId: actor.project.id,
      data: { kind: into.kind, label: from.key, into: into.key, number: version.number },
    })
    return { artifactId: version.artifactId, versionId: version.id }
  })
}

function requireAlike(into: StandingArtifact, from: StandingArtifact): void {
  const isAlike =
    into.id !== from.id &&
    into.kind === from.kind &&
    into.kind !== 'application' &&
    into.corpusId === from.corpusId
  if (!isAlike)
    throw new AppError(
      'conflict',
      'Two guidelines, rules or formats of one corpus can be merged, these two cannot.',
      {
        reason: 'merge-unlike',
      },
    )
}
