import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { AuthorKind, SomeContent } from '@/lib/artifacts/model'
import { diffTexts, distanceOf } from '@/lib/artifacts/origin/diff-texts'
import { shareOfWords } from '@/lib/artifacts/origin/share-words'
import { textLines } from '@/lib/artifacts/origin/text-lines'
import { sql, type Tx } from '@/lib/platform/db'

/** A version and what it grew from. */
export type LineVersion = { id: string; authorKind: AuthorKind; authorId: string; content: unknown }

/** The versions that this one grew from, itself the last. */
export async function readLine(tx: Tx, versionId: string): Promise<LineVersion[]> {
  return tx.$queryRaw<LineVersion[]>(sql`
    WITH RECURSIVE line AS (
      SELECT v.*, 0 AS depth FROM version v WHERE v.id = ${versionId}::uuid
      UNION ALL
      SELECT v.*, line.depth + 1 FROM line JOIN version v ON v.id = line.parent_id WHERE line.depth < 1000)
    SELECT id, author_kind AS "authorKind", author_id AS "authorId", content FROM line ORDER BY depth DESC`)
}

/** The nearest of them that a miner or model wrote. */
export function draftedOf(line: readonly LineVersion[]): LineVersion | undefined {
  return line.findLast(({ authorKind }) => authorKind !== 'person')
}

/** How much of the last version's words its drafter brought in: words that stood there before it are not its own. */
export function draftShare(kind: string, line: readonly LineVersion[]): number | null {
  const drafted = draftedOf(line)
  if (!drafted) return null
  const texts = line.map(({ authorKind, content }) => ({ by: authorKind, text: wordsIn(kind, content) }))
  return shareOfWords(texts, drafted.authorKind)
}

function wordsIn(kind: string, content: unknown): string {
  const definition = findKind(kind)
  const lines = textLines({
    kind: definition.kind,
    content: definition.content.parse(content),
  } as SomeContent)
  return lines.map(({ text }) => text).join('\n')
}

/** Keeps how far an edit went from what it edited, and how much of it the drafter still says. In the transaction of the edit. */
export async function measureEdit(
  tx: Tx,
  of: { versionId: string; kind: string; before: unknown; after: unknown },
): Promise<void> {
  const line = await readLine(tx, of.versionId)
  await tx.editMeasure.create({
    data: {
      versionId: of.versionId,
      draftedId: draftedOf(line)?.id ?? null,
      distance: distanceOf(diffTexts(wordsIn(of.kind, of.before), wordsIn(of.kind, of.after))),
      draftShare: draftShare(of.kind, line),
    },
  })
}
