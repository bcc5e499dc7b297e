import type { z } from 'zod'
import { readComment, requireArtifact } from '@/lib/artifacts/comments/queries'
import type { CommentView, writeCommentInput } from '@/lib/artifacts/comments/schema'
import { readTitle } from '@/lib/artifacts/read-title'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { notify } from '@/lib/projects/notifications/notify'

type Input = z.output<typeof writeCommentInput> & { artifact: string }

const EXCERPT = 160

/** Says something about an artifact, and tells those whom the text mentions. */
export async function writeComment(actor: ProjectActor, input: Input): Promise<CommentView> {
  const { artifact: artifactId, text, versionId = null } = input
  await requireArtifact(actor, artifactId)
  const id = await db.$transaction(async (tx) => {
    if (versionId) await requireVersion(tx, { artifactId, versionId })
    const mentions = await membersOf(tx, actor, input.mentions)
    const { id } = await tx.comment.create({
      data: { projectId: actor.project.id, artifactId, versionId, authorId: actor.id, text, mentions },
    })
    const { kind, key, title } = await readTitle(tx, artifactId)
    await notify(tx, actor, {
      projectId: actor.project.id,
      to: mentions,
      notice: {
        kind: 'mentioned',
        artifactId,
        artifact: kind,
        title,
        excerpt: Array.from(text).slice(0, EXCERPT).join(''),
        ...(versionId && { versionId }),
      },
    })
    await audit(tx, actor, {
      action: 'comment.written',
      subjectKind: 'artifact',
      subjectId: artifactId,
      projectId: actor.project.id,
      data: { commentId: id, kind, key, mentions: mentions.length },
    })
    return id
  })
  return readComment(actor, id)
}

async function requireVersion(tx: Tx, of: { artifactId: string; versionId: string }): Promise<void> {
  if ((await tx.version.count({ where: { id: of.versionId, artifactId: of.artifactId } })) > 0) return
  throw new AppError('not_found', 'This artifact has no such version.', { reason: 'version-unknown' })
}

async function membersOf(tx: Tx, actor: ProjectActor, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)]
  const known = await tx.membership.findMany({
    where: { projectId: actor.project.id, userId: { in: wanted }, user: { kind: 'person' } },
    select: { userId: true },
  })
  if (known.length === wanted.length) return wanted
  throw new AppError('invalid', 'Only people of this project can be mentioned.', {
    reason: 'mention-unknown',
  })
}
