import { allKinds, findKind } from '@/lib/artifacts/kinds/find-kind'
import { type DraftState, type LibraryKind, libraryKinds, type SomeContent } from '@/lib/artifacts/model'
import { versionParts, versionViews } from '@/lib/artifacts/queries'
import { listTitle } from '@/lib/library/list-title'
import type { ArtifactView, LibraryItem } from '@/lib/library/schema'
import { CURSOR_ID, parseCursor, refuseCursor } from '@/lib/platform/cursor'
import { db, joinSql, sql } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { isStorable } from '@/lib/platform/require-storable'
import type { ProjectActor } from '@/lib/projects/model'
import { decisionsOnArtifacts, stands } from '@/lib/reviews/queries'

type Page<Item> = { items: Item[]; nextCursor: string | null }
type LibraryState = 'approved' | 'waiting' | 'rejected' | 'all'
type Fragment = ReturnType<typeof sql>

/** The library's artifacts by key. The approved text is searched and shown; for other states the newest text is. */
export async function listLibrary(
  actor: ProjectActor,
  input: {
    cursor?: string
    limit?: number
    q?: string
    state?: LibraryState
    corpus?: string
    kind?: LibraryKind
  },
): Promise<Page<LibraryItem> & { kinds: Partial<Record<LibraryKind, number>> }> {
  const { limit = 50, state = 'approved' } = input
  const shown = state === 'approved' ? sql`approved.content` : sql`newest.content`
  const ofAnyKind = [
    ...(input.corpus ? [sql`a.corpus_id = ${input.corpus}::uuid`] : []),
    ...(state === 'approved' ? [sql`approved.id IS NOT NULL AND a.retired_at IS NULL`] : []),
    ...(state === 'waiting' || state === 'rejected' ? [sql`newest.state = ${state}`] : []),
    ...(input.q?.trim() ? [says(shown, input.q.trim())] : []),
  ]
  const where = [
    ...ofAnyKind,
    ...(input.kind ? [sql`a.kind = ${input.kind}`] : []),
    ...(input.cursor ? [afterCursor(input.cursor)] : []),
  ]
  const [found, kinds] = await Promise.all([
    libraryItems(actor, { where, shown, limit: limit + 1 }),
    input.cursor ? {} : countKinds(actor, ofAnyKind),
  ])
  const items = found.slice(0, limit)
  return { items, nextCursor: found.length > limit ? cursorOf(items.at(-1)!) : null, kinds }
}

/** How many there are of each kind, whichever kind is asked for. Told with the first page. */
async function countKinds(
  actor: ProjectActor,
  where: Fragment[],
): Promise<Partial<Record<LibraryKind, number>>> {
  const rows = await db.$queryRaw<{ kind: LibraryKind; count: number }[]>`
    SELECT a.kind, count(*)::int AS count ${artifactsWith(actor, where)} GROUP BY a.kind`
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
}

/** Does key or text hold these characters, whatever their case? Substrings, so that Chinese is found too. */
function says(content: Fragment, q: string) {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(a.key ILIKE ${pattern} OR EXISTS (
    SELECT 1 FROM jsonb_path_query(
      jsonb_build_array(${joinSql(searchedFields.map((field) => sql`${content}->${field}`))}),
      '$.** ? (@.type() == "string")') AS line
    WHERE line #>> '{}' ILIKE ${pattern}))`
}

const searchedFields = [...new Set(allKinds.flatMap(({ searched }) => searched))]

function cursorOf({ key, artifactId }: LibraryItem): string {
  return Buffer.from(JSON.stringify([key, artifactId])).toString('base64url')
}

function afterCursor(cursor: string) {
  const written = Buffer.from(cursor, 'base64url').toString()
  const [, quoted = '', id] = parseCursor(LABEL_AND_ID, written)
  return sql`(a.key, a.id) > (${labelOf(quoted)}, ${id}::uuid)`
}

const LABEL_AND_ID = new RegExp(`^\\[(".*"),"(${CURSOR_ID})"\\]$`)

function labelOf(quoted: string): string {
  try {
    const label = JSON.parse(quoted) as unknown
    if (typeof label === 'string' && isStorable(label)) return label
  } catch {}
  return refuseCursor()
}

type ItemRow = Omit<LibraryItem, 'decidedAt' | 'releases' | 'state' | 'title' | 'excerpt'> & {
  state: DraftState
  decidedAt: Date | null
  content: unknown
}

async function libraryItems(
  actor: ProjectActor,
  { where, shown, limit }: { where: Fragment[]; shown: Fragment; limit: number },
): Promise<LibraryItem[]> {
  const rows = await db.$queryRaw<ItemRow[]>`
    SELECT a.id AS "artifactId", a.kind, a.key, a.corpus_id AS "corpusId", c.name AS "corpusName", newest.state,
      a.retired_at IS NOT NULL AS retired,
      approved.id AS "versionId", approved.number AS "versionNumber", approved.by AS "decidedBy",
      approved.at AS "decidedAt", ${shown} AS content
    ${artifactsWith(actor, where)}
    ORDER BY a.key, a.id LIMIT ${limit}`
  const releases = await releasesOf(rows.map((row) => row.artifactId))
  return rows.map(({ content, ...row }) => ({
    ...row,
    ...listTitle({ kind: row.kind, content: findKind(row.kind).content.parse(content) } as SomeContent),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    releases: releases.get(row.artifactId) ?? [],
  }))
}

const kept = sql`${[...libraryKinds]}::text[]`

/** Artifacts of the project's library with their newest version and the approved one, where there is one. */
function artifactsWith(actor: ProjectActor, where: Fragment[]) {
  return sql`
    FROM artifact a LEFT JOIN corpus c ON c.id = a.corpus_id
    CROSS JOIN LATERAL (
      SELECT w.state, v.content FROM version v JOIN draft w ON w.version_id = v.id
      WHERE v.artifact_id = a.id ORDER BY w.state = 'superseded', v.number DESC LIMIT 1) newest
    LEFT JOIN LATERAL (
      SELECT v.id, v.number, v.content, p.name AS by, d.created_at AS at
      FROM version v JOIN decision d ON d.version_id = v.id AND d.verdict = 'approve' AND ${stands}
        JOIN "user" p ON p.id = d.reviewer_id
      WHERE v.artifact_id = a.id ORDER BY v.number DESC, d.number LIMIT 1) approved ON true
    WHERE ${joinSql([sql`a.project_id = ${actor.project.id}::uuid`, sql`a.kind = ANY(${kept})`, ...where], ' AND ')}`
}

async function releasesOf(artifactIds: string[]): Promise<Map<string, number[]>> {
  const rows = await db.$queryRaw<{ artifactId: string; numbers: number[] }[]>`
    SELECT v.artifact_id AS "artifactId", array_agg(DISTINCT r.number ORDER BY r.number) AS numbers
    FROM version v JOIN release_item i ON i.version_id = v.id JOIN release r ON r.id = i.release_id
    WHERE v.artifact_id = ANY(${artifactIds}::uuid[]) GROUP BY v.artifact_id`
  return new Map(rows.map(({ artifactId, numbers }) => [artifactId, numbers]))
}

/** One artifact with everything that was written and decided about it, and where it is used. */
export async function readArtifact(actor: ProjectActor, input: { artifact: string }): Promise<ArtifactView> {
  const where = [sql`a.id = ${input.artifact}::uuid`]
  const shown = sql`COALESCE(approved.content, newest.content)`
  const [item] = await libraryItems(actor, { where, shown, limit: 1 })
  if (!item)
    throw new AppError('not_found', 'There is no such thing in the library of this project.', {
      reason: 'artifact-unknown',
    })
  const [versions, decisions, usage] = await Promise.all([
    db.version.findMany({
      where: { artifactId: item.artifactId },
      include: versionParts,
      orderBy: { number: 'desc' },
    }),
    decisionsOnArtifacts([item.artifactId]),
    db.$queryRaw<ArtifactView['usage']>`
      SELECT r.number AS "releaseNumber", r.name AS "releaseName", v.number AS "versionNumber",
        (SELECT count(*)::int FROM run WHERE run.release_id = r.id) AS runs
      FROM version v JOIN release_item i ON i.version_id = v.id JOIN release r ON r.id = i.release_id
      WHERE v.artifact_id = ${item.artifactId}::uuid ORDER BY r.number DESC`,
  ])
  return { item, versions: await versionViews(versions), decisions, usage }
}
