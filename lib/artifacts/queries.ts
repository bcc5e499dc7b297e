import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { authorKindSchema, draftStateSchema } from '@/lib/artifacts/model'
import type { EvidenceView, VersionView } from '@/lib/artifacts/schema'
import { db, sql, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'

/** What a version must be read with to be shown: `findMany({ include: versionParts })`. */
export const versionParts = {
  artifact: { select: { kind: true } },
  draft: { select: { state: true } },
  compared: { select: { comparison: { select: { state: true } } } },
} as const

type VersionRow = {
  id: string
  artifactId: string
  number: number
  content: unknown
  contentHash: string
  authorKind: string
  authorId: string
  parentId: string | null
  createdAt: Date
  artifact: { kind: string }
  draft: { state: string } | null
  compared: { comparison: { state: string } } | null
}

/** Versions as screens and callers see them, authors by name. One more query, however many rows. */
export async function versionViews(rows: VersionRow[], within: Tx = db): Promise<VersionView[]> {
  const ids = rows.filter((row) => row.authorKind === 'person').map((row) => row.authorId)
  const people = ids.length
    ? await within.user.findMany({
        where: { id: { in: [...new Set(ids)] } },
        select: { id: true, name: true },
      })
    : []
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map((row) => versionView(row, names.get(row.authorId) ?? row.authorId))
}

/** Is it one of two drafts that people decide about without knowing whose they are? */
function isBlind({ compared }: VersionRow): boolean {
  return compared !== null && compared.comparison.state !== 'closed'
}

/** One version with its author's name already known. */
export function versionView(row: VersionRow, author: string): VersionView {
  const { id, artifactId, number, contentHash, parentId } = row
  const kind = findKind(row.artifact.kind)
  const blind = isBlind(row)
  return {
    id,
    artifactId,
    kind: kind.kind,
    number,
    content: kind.content.parse(row.content),
    contentHash,
    authorKind: authorKindSchema.parse(row.authorKind),
    author: blind ? '' : author,
    blind,
    parentId,
    state: draftStateSchema.parse(row.draft?.state),
    createdAt: row.createdAt.toISOString(),
  } as VersionView
}

/** What the drafter of a version saw. An edited version shows the evidence of the version that it grew from. */
export async function readEvidence(
  actor: ProjectActor,
  input: { version: string; refs?: 'first' | 'all' },
): Promise<EvidenceView> {
  const [found] = await db.$queryRaw<{ kind: string; content: unknown }[]>(sql`
    WITH RECURSIVE line AS (
      SELECT v.id, v.parent_id, a.kind, 0 AS depth FROM "version" v JOIN "artifact" a ON a.id = v.artifact_id
      WHERE v.id = ${input.version}::uuid AND a.project_id = ${actor.project.id}::uuid
      UNION ALL
      SELECT v.id, v.parent_id, line.kind, line.depth + 1 FROM line JOIN "version" v ON v.id = line.parent_id
      WHERE line.depth < 1000
    )
    SELECT line.kind, e.content FROM line JOIN "evidence" e ON e.version_id = line.id ORDER BY line.depth LIMIT 1`)
  if (!found)
    throw new AppError('not_found', 'No evidence is kept for this version: a person wrote it from nothing.', {
      reason: 'evidence-unknown',
    })
  const { kind, evidence, atFirst } = findKind(found.kind)
  const all = evidence.parse(found.content)
  return { kind, evidence: input.refs === 'first' ? (atFirst?.(all) ?? all) : all } as EvidenceView
}
