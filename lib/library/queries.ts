import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { DraftState, LibraryKind, SomeContent } from '@/lib/artifacts/model'
import { versionParts, versionViews } from '@/lib/artifacts/queries'
import { entriesWhere, isStale, shownVersion } from '@/lib/library/entries/select-entries'
import { refreshEntries, refreshEntry } from '@/lib/library/entries/write-entries'
import { sourceHowSchema, sourceNoteSchema } from '@/lib/library/folder/model'
import { listTitle } from '@/lib/library/list-title'
import type {
  ArtifactView,
  LibraryFacets,
  LibraryFilter,
  LibraryItem,
  LibrarySort,
} from '@/lib/library/schema'
import { CURSOR_ID, cutPage, parseCursor, refuseCursor } from '@/lib/platform/cursor'
import { db, sql } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { isStorable } from '@/lib/platform/require-storable'
import type { ProjectActor } from '@/lib/projects/model'
import { maySeeVersion } from '@/lib/reviews/may-see-decision'
import { decisionsOnArtifacts } from '@/lib/reviews/queries'

type Fragment = ReturnType<typeof sql>
type Page<Item> = { items: Item[]; nextCursor: string | null }
type Order = { sort?: LibrarySort; order?: 'asc' | 'desc'; language?: 'en' | 'zh' }

/** The library's artifacts, sorted and page by page. The approved text is searched and shown; for other states the newest text is. */
export async function listLibrary(
  actor: ProjectActor,
  input: Partial<LibraryFilter> & Order & { cursor?: string; limit?: number } = {},
): Promise<Page<LibraryItem>> {
  const { limit = 50, cursor, order = 'asc' } = input
  const filter = { ...input, state: input.state ?? 'approved' }
  await refreshEntries(actor.project.id)
  const by = sortedBy(input)
  const after = cursor === undefined ? [] : [afterCursor(cursor, { by, order })]
  const direction = order === 'asc' ? sql`ASC` : sql`DESC`
  const ids = await db.$queryRaw<{ id: string; at: string }[]>`
    SELECT e.artifact_id AS id, (${by.of})::text AS at ${entriesWhere(actor.project.id, filter, after)}
    ORDER BY ${by.of} ${direction}, e.artifact_id ${direction} LIMIT ${limit + 1}`
  const page = cutPage(ids, limit, ({ at, id }) =>
    Buffer.from(JSON.stringify([at, id])).toString('base64url'),
  )
  const items = await readItems(
    page.items.map(({ id }) => id),
    shownVersion(filter),
  )
  return { items, nextCursor: page.nextCursor }
}

/** A column that a list can be sorted by. What has no value stands at the end that is the lowest. */
function sortedBy({ sort = 'title', language = 'en' }: Order): {
  of: Fragment
  shape: RegExp
  cast: Fragment
} {
  const text = { shape: /^.*$/s, cast: sql`text` }
  switch (sort) {
    case 'title':
      return { ...text, of: language === 'zh' ? sql`e.title_zh` : sql`e.title_en` }
    case 'kind':
      return { ...text, of: sql`e.kind` }
    case 'corpus':
      return { ...text, of: sql`COALESCE((SELECT c.name FROM corpus c WHERE c.id = e.corpus_id), '')` }
    case 'decidedBy':
      return { ...text, of: sql`COALESCE((SELECT p.name FROM "user" p WHERE p.id = e.decided_by_id), '')` }
    case 'version':
      return { of: sql`COALESCE(e.approved_number, 0)`, shape: /^\d{1,9}$/, cast: sql`int` }
    case 'decidedAt':
      return {
        of: sql`COALESCE(e.decided_at, 'epoch'::timestamp)`,
        shape: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?$/,
        cast: sql`timestamp`,
      }
  }
}

function afterCursor(
  cursor: string,
  { by, order }: { by: ReturnType<typeof sortedBy>; order: 'asc' | 'desc' },
): Fragment {
  const [, quoted = '', id] = parseCursor(VALUE_AND_ID, Buffer.from(cursor, 'base64url').toString())
  const value = sortValue(quoted)
  if (!by.shape.test(value)) return refuseCursor()
  const beyond = order === 'asc' ? sql`>` : sql`<`
  return sql`(${by.of}, e.artifact_id) ${beyond} (${value}::${by.cast}, ${id}::uuid)`
}

const VALUE_AND_ID = new RegExp(`^\\[(".*"),"(${CURSOR_ID})"\\]$`, 's')

function sortValue(quoted: string): string {
  try {
    const value = JSON.parse(quoted) as unknown
    if (typeof value === 'string' && isStorable(value)) return value
  } catch {}
  return refuseCursor()
}

const MOST_LABELS = 300

/** How many there are of each kind and label under a filter; of each, whichever is chosen among its like. */
export async function readFacets(
  actor: ProjectActor,
  input: Partial<LibraryFilter> = {},
): Promise<LibraryFacets> {
  const filter = { ...input, state: input.state ?? 'approved' }
  const projectId = actor.project.id
  await refreshEntries(projectId)
  const [kinds, labels, people] = await Promise.all([
    db.$queryRaw<{ kind: LibraryKind; count: number }[]>`
      SELECT e.kind, count(*)::int AS count ${entriesWhere(projectId, { ...filter, kind: undefined })} GROUP BY e.kind`,
    db.$queryRaw<LibraryFacets['labels']>`
      SELECT label, count(*)::int AS count FROM (
        SELECT unnest(e.labels) AS label ${entriesWhere(projectId, { ...filter, label: undefined })}) said
      GROUP BY label ORDER BY count(*) DESC, label LIMIT ${MOST_LABELS}`,
    db.$queryRaw<LibraryFacets['people']>`
      SELECT p.id, p.name FROM "user" p WHERE p.id IN (
        SELECT e.decided_by_id FROM library_entry e WHERE e.project_id = ${projectId}::uuid) ORDER BY p.name`,
  ])
  return { kinds: Object.fromEntries(kinds.map(({ kind, count }) => [kind, count])), labels, people }
}

type ItemRow = Omit<LibraryItem, 'decidedAt' | 'state' | 'title' | 'excerpt' | 'releases'> & {
  state: DraftState
  decidedAt: Date | null
  releases: number[] | null
  content: unknown
}

/** Entries by id, in the order of the ids. */
async function readItems(ids: readonly string[], shown: Fragment): Promise<LibraryItem[]> {
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<ItemRow[]>`
    SELECT e.artifact_id AS "artifactId", e.kind, e.key, e.corpus_id AS "corpusId", c.name AS "corpusName", e.state,
      e.labels, e.retired, e.approved_id AS "versionId", e.approved_number AS "versionNumber", p.name AS "decidedBy",
      e.decided_at AS "decidedAt", s.content, ${isStale} AS stale,
      (SELECT array_agg(DISTINCT r.number ORDER BY r.number) FROM version v JOIN release_item i ON i.version_id = v.id
        JOIN release r ON r.id = i.release_id WHERE v.artifact_id = e.artifact_id) AS releases
    FROM library_entry e JOIN version s ON s.id = ${shown} LEFT JOIN corpus c ON c.id = e.corpus_id
      LEFT JOIN "user" p ON p.id = e.decided_by_id
    WHERE e.artifact_id = ANY(${[...ids]}::uuid[])`
  const byId = new Map(rows.map((row) => [row.artifactId, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { content, ...item } = row
    return {
      ...item,
      ...listTitle({ kind: row.kind, content: findKind(row.kind).content.parse(content) } as SomeContent),
      decidedAt: row.decidedAt?.toISOString() ?? null,
      releases: row.releases ?? [],
    }
  })
}

/** One artifact with everything that was written and decided about it. */
export async function readArtifact(actor: ProjectActor, input: { artifact: string }): Promise<ArtifactView> {
  const projectId = actor.project.id
  await refreshEntry(projectId, input.artifact)
  const isHere = await db.libraryEntry.findFirst({ where: { artifactId: input.artifact, projectId } })
  const [item] = isHere ? await readItems([input.artifact], sql`COALESCE(e.approved_id, e.newest_id)`) : []
  if (!item)
    throw new AppError('not_found', 'There is no such thing in the library of this project.', {
      reason: 'artifact-unknown',
    })
  const [versions, decisions, sources] = await Promise.all([
    visibleVersions(actor, item.artifactId),
    decisionsOnArtifacts(actor, [item.artifactId]),
    db.versionSource.findMany({
      where: { version: { artifactId: item.artifactId } },
      orderBy: [{ versionId: 'asc' }, { place: 'asc' }],
    }),
  ])
  return {
    ...{ item, versions: await versionViews(versions), decisions },
    sources: sources.map(({ versionId, how, sourceHash: hash, named }) => ({
      ...{ versionId, hash, how: sourceHowSchema.parse(how), named: sourceNoteSchema.parse(named) },
    })),
  }
}

async function visibleVersions(actor: ProjectActor, artifactId: string) {
  const seen = await db.$queryRaw<{ id: string }[]>`
    SELECT v.id FROM version v WHERE v.artifact_id = ${artifactId}::uuid AND ${maySeeVersion(actor)}`
  return db.version.findMany({
    where: { id: { in: seen.map(({ id }) => id) } },
    include: versionParts,
    orderBy: { number: 'desc' },
  })
}
