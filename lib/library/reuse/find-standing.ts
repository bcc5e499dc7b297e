import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { type Content, libraryKindSchema } from '@/lib/artifacts/model'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { taskFormSchema } from '@/lib/tasks/model'

export type StandingArtifact = Awaited<ReturnType<typeof findStanding>>

/** An artifact of the project's library with the version that stands: the approved one, else the newest. */
export async function findStanding(actor: ProjectActor, id: string) {
  const artifact = await db.artifact.findFirst({
    where: { id, projectId: actor.project.id },
    include: {
      corpus: { select: { name: true, fileSha256: true, taskForm: true } },
      versions: {
        where: { draft: { state: { notIn: ['superseded', 'proposed'] } } },
        orderBy: { number: 'desc' },
        include: { draft: { select: { state: true } } },
      },
    },
  })
  const kind = libraryKindSchema.safeParse(artifact?.kind)
  const version = artifact?.versions.find(({ draft }) => draft?.state === 'approved') ?? artifact?.versions[0]
  if (!artifact || !version || !kind.success)
    throw new AppError('not_found', 'There is no such thing in the library of this project.', {
      reason: 'artifact-unknown',
    })
  const { corpusId, key, corpus, retiredAt } = artifact
  return {
    ...{ id, corpusId, key, corpus, isRetired: retiredAt !== null, kind: kind.data },
    taskForm: taskFormSchema.parse(artifact.taskForm),
    waits: artifact.versions.some(({ draft }) => draft?.state === 'waiting' || draft?.state === 'disputed'),
    version: { id: version.id, number: version.number, hash: version.contentHash },
    content: findKind(kind.data).content.parse(version.content) as Content,
  }
}

/** What stands may be written anew: it is in use, and no draft of it waits. */
export function requireOpen({ key, isRetired, waits }: StandingArtifact): void {
  if (isRetired)
    throw new AppError('conflict', `“${key}” is retired. Restore it before it is changed.`, {
      reason: 'artifact-retired',
      params: { label: key },
    })
  if (waits)
    throw new AppError('conflict', `A draft of “${key}” waits already. Edit it at the desk.`, {
      reason: 'draft-waits',
      params: { label: key },
    })
}
