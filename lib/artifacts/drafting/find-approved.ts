import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { ArtifactKind, ContentOf } from '@/lib/artifacts/model'
import { db } from '@/lib/platform/db'

export type Approved<Kind extends ArtifactKind> = {
  versionId: string
  key: string
  content: ContentOf<Kind>
  /** Does a newer draft of it wait? */
  isNewest: boolean
}

/** What stands approved of a kind in a corpus, retired things left out. Without keys: everything. */
export async function findApproved<Kind extends ArtifactKind>(
  corpus: { id: string; projectId: string },
  { kind, keys }: { kind: Kind; keys: readonly string[] | null },
): Promise<Approved<Kind>[]> {
  const rows = await db.version.findMany({
    where: {
      draft: { state: 'approved' },
      artifact: {
        ...{ projectId: corpus.projectId, corpusId: corpus.id, kind, retiredAt: null },
        ...(keys && { key: { in: [...keys] } }),
      },
    },
    orderBy: [{ artifact: { key: 'asc' } }, { number: 'asc' }],
    select: {
      id: true,
      content: true,
      artifact: {
        select: {
          key: true,
          versions: { orderBy: { number: 'desc' }, take: 1, select: { id: true } },
        },
      },
    },
  })
  return rows.map(({ id, content, artifact }) => ({
    versionId: id,
    key: artifact.key,
    content: findKind(kind).content.parse(content),
    isNewest: artifact.versions[0]?.id === id,
  }))
}
