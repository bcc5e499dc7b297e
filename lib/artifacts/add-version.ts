import type { ArtifactKind, Author, Content, EvidenceOf } from '@/lib/artifacts/model'
import type { Json, Tx } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'

export type AddedVersion = { id: string; artifactId: string; number: number; contentHash: string }

/** Adds the next version of an artifact, which the caller has locked. It waits nowhere yet. */
export async function addVersion(
  tx: Tx,
  author: Author,
  given: {
    artifactId: string
    content: Content
    evidence?: EvidenceOf<ArtifactKind> | undefined
    parentId: string | null
  },
): Promise<AddedVersion> {
  const { artifactId, content, evidence, parentId } = given
  const last = await tx.version.aggregate({ where: { artifactId }, _max: { number: true } })
  const { id, number, ...version } = await tx.version.create({
    data: {
      artifactId,
      number: (last._max.number ?? 0) + 1,
      content: content as Json,
      contentHash: contentHash(content),
      authorKind: author.kind,
      authorId: author.id,
      parentId,
      evidence: evidence && { create: { content: evidence as Json } },
    },
  })
  return { id, artifactId, number, contentHash: version.contentHash }
}
