import {
  type ArtifactKind,
  artifactKindSchema,
  type BothLanguages,
  contentSchemas,
  type SomeContent,
  titleOf,
} from '@/lib/artifacts/model'
import type { Tx } from '@/lib/platform/db'

/** What an artifact is called: by its newest version. */
export async function readTitle(
  tx: Tx,
  artifactId: string,
): Promise<{ kind: ArtifactKind; key: string; title: BothLanguages }> {
  const newest = { orderBy: { number: 'desc' }, take: 1, select: { content: true } } as const
  const { key, versions, ...row } = await tx.artifact.findUniqueOrThrow({
    where: { id: artifactId },
    select: { kind: true, key: true, versions: newest },
  })
  const kind = artifactKindSchema.parse(row.kind)
  const content = contentSchemas[kind].parse(versions[0]?.content)
  return { kind, key, title: titleOf({ kind, content } as SomeContent).title }
}
