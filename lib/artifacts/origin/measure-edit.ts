import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { SomeContent } from '@/lib/artifacts/model'
import { diffTexts, distanceOf, keptShare, type TextDiff } from '@/lib/artifacts/origin/diff-texts'
import { textLines } from '@/lib/artifacts/origin/text-lines'
import { sql, type Tx } from '@/lib/platform/db'

/** The nearest version before this one that a miner or model wrote, itself included. */
export type Drafted = { id: string; kind: string; authorKind: string; authorId: string; content: unknown }

export async function findDrafted(tx: Tx, versionId: string): Promise<Drafted | undefined> {
  const [drafted] = await tx.$queryRaw<Drafted[]>(sql`
    WITH RECURSIVE line AS (
      SELECT v.id, v.parent_id, v.author_kind, v.author_id, v.content, a.kind, 0 AS depth
      FROM version v JOIN artifact a ON a.id = v.artifact_id WHERE v.id = ${versionId}::uuid
      UNION ALL
      SELECT v.id, v.parent_id, v.author_kind, v.author_id, v.content, line.kind, line.depth + 1
      FROM line JOIN version v ON v.id = line.parent_id WHERE line.author_kind = 'person' AND line.depth < 1000)
    SELECT id, kind, author_kind AS "authorKind", author_id AS "authorId", content
    FROM line WHERE author_kind <> 'person' ORDER BY depth LIMIT 1`)
  return drafted
}

/** How two contents of one kind differ in their words. */
export function diffContents(kind: string, before: unknown, after: unknown): TextDiff {
  const definition = findKind(kind)
  const lines = (content: unknown) =>
    textLines({ kind: definition.kind, content: definition.content.parse(content) } as SomeContent)
      .map(({ text }) => text)
      .join('\n')
  return diffTexts(lines(before), lines(after))
}

/** Keeps how far an edit went from what it edited, and how much of it the drafter still says. In the transaction of the edit. */
export async function measureEdit(
  tx: Tx,
  of: { versionId: string; kind: string; before: unknown; after: unknown },
): Promise<void> {
  const drafted = await findDrafted(tx, of.versionId)
  const share = drafted && keptShare(diffContents(of.kind, drafted.content, of.after))
  await tx.editMeasure.create({
    data: {
      versionId: of.versionId,
      draftedId: drafted?.id ?? null,
      distance: distanceOf(diffContents(of.kind, of.before, of.after)),
      draftShare: share ?? null,
    },
  })
}
