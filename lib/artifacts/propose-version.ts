import type { ArtifactKind, Author, Content, EvidenceOf } from '@/lib/artifacts/model'
import { type Json, sql, type Tx } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'

export type ProposedVersion = {
  id: string
  artifactId: string
  number: number
  contentHash: string
  position: bigint
}

/**
 * Adds the next version of an artifact to the queue, with one open place for a reviewer. What still waited of this
 * artifact is superseded and its places are closed. The caller writes the audit row of the deed that this is part of.
 */
export async function proposeVersion(
  tx: Tx,
  author: Author,
  given: {
    artifact: { id: string; projectId: string; kind: string }
    content: Content
    evidence?: EvidenceOf<ArtifactKind>
    parentId?: string | null
  },
): Promise<ProposedVersion> {
  const { artifact, content, evidence } = given
  await tx.$queryRaw(sql`SELECT 1 FROM "artifact" WHERE id = ${artifact.id}::uuid FOR UPDATE`)
  await supersedeWaiting(tx, artifact.id)
  const last = await tx.version.aggregate({ where: { artifactId: artifact.id }, _max: { number: true } })
  const version = await tx.version.create({
    data: {
      artifactId: artifact.id,
      number: (last._max.number ?? 0) + 1,
      content: content as Json,
      contentHash: contentHash(content),
      authorKind: author.kind,
      authorId: author.id,
      parentId: given.parentId ?? null,
      evidence: evidence && { create: { content: evidence as Json } },
    },
  })
  const position = await enqueue(tx, {
    versionId: version.id,
    projectId: artifact.projectId,
    kind: artifact.kind,
  })
  const { id, artifactId, number } = version
  return { id, artifactId, number, contentHash: version.contentHash, position }
}

async function supersedeWaiting(tx: Tx, artifactId: string): Promise<void> {
  const waiting = { state: 'waiting', version: { artifactId } }
  await tx.reviewSlot.updateMany({
    where: { closedAt: null, draft: waiting },
    data: { closedAt: new Date() },
  })
  await tx.draft.updateMany({ where: waiting, data: { state: 'superseded', settledAt: new Date() } })
}

async function enqueue(tx: Tx, of: { versionId: string; projectId: string; kind: string }): Promise<bigint> {
  const { position } = await tx.draft.create({ data: of, select: { position: true } })
  const { versionId, projectId } = of
  await tx.reviewSlot.create({ data: { versionId, number: 1, projectId, position } })
  return position
}
