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
    /** The comparison whose other draft of the same label goes on waiting beside this one. */
    comparisonId?: string
  },
): Promise<ProposedVersion> {
  const { artifact, content, evidence } = given
  await tx.$queryRaw(sql`SELECT 1 FROM "artifact" WHERE id = ${artifact.id}::uuid FOR UPDATE`)
  const beside = given.comparisonId ?? (await findComparison(tx, given.parentId))
  await supersedeWaiting(tx, artifact.id, { comparisonId: beside, parentId: given.parentId ?? null })
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

/** The comparison that a version is part of. */
async function findComparison(tx: Tx, versionId: string | null | undefined): Promise<string | null> {
  if (!versionId) return null
  return (await tx.comparisonDraft.findUnique({ where: { versionId } }))?.comparisonId ?? null
}

/** What waits of an artifact waits no more, but for the other draft of a comparison: that one is decided by itself. */
async function supersedeWaiting(
  tx: Tx,
  artifactId: string,
  { comparisonId, parentId }: { comparisonId: string | null; parentId: string | null },
): Promise<void> {
  const isOfOther = [{ compared: null }, { compared: { comparisonId: { not: comparisonId ?? '' } } }]
  const others = comparisonId ? { OR: [...isOfOther, ...(parentId ? [{ id: parentId }] : [])] } : {}
  const waiting = { state: 'waiting', version: { artifactId, ...others } }
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
