import { allKinds, findKind } from '@/lib/artifacts/kinds/find-kind'
import {
  type ArtifactKind,
  type BothLanguages,
  type ContentOf,
  type DraftState,
  type LibraryKind,
  libraryKinds,
  type SomeContent,
  titleOf,
} from '@/lib/artifacts/model'
import { versionParts, versionViews } from '@/lib/artifacts/queries'
import type { ArtifactView, LibraryItem, ReleaseView, ReleaseWithItems } from '@/lib/library/schema'
import { approvedVersions } from '@/lib/library/select-approved'
import { CURSOR_ID, parseCursor, parseNumberCursor, refuseCursor } from '@/lib/platform/cursor'
import { db, joinSql, sql } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { sha256 } from '@/lib/platform/hash'
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
    ...shortened({ kind: row.kind, content: findKind(row.kind).content.parse(content) } as SomeContent),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    releases: releases.get(row.artifactId) ?? [],
  }))
}

const MOST_SHOWN = 240

/** Title and excerpt, as much of them as a row has room for. */
function shortened(of: SomeContent): Pick<LibraryItem, 'title' | 'excerpt'> {
  const { title, excerpt } = titleOf(of)
  const cut = ({ en, zh }: BothLanguages) => ({ en: en.slice(0, MOST_SHOWN), zh: zh.slice(0, MOST_SHOWN) })
  return { title: cut(title), excerpt: cut(excerpt) }
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

type ReleaseRow = Omit<ReleaseView, 'createdAt'> & { createdAt: Date }

const releases = sql`
  SELECT r.id, r.number, r.name, r.note, r.content_hash AS "contentHash", r.item_count AS "itemCount",
    COALESCE(p.name, r.created_by_id) AS "createdBy", r.created_at AS "createdAt",
    (SELECT count(*)::int FROM run WHERE run.release_id = r.id) AS runs
  FROM release r LEFT JOIN "user" p ON p.id = r.created_by_id`

function releaseView(row: ReleaseRow): ReleaseView {
  return { ...row, createdAt: row.createdAt.toISOString() }
}

/** Releases, newest first, and how the next one would differ from the last. */
export async function listReleases(
  actor: ProjectActor,
  input: { cursor?: string; limit?: number } = {},
): Promise<Page<ReleaseView> & { next: NextRelease }> {
  const limit = input.limit ?? 50
  const before = input.cursor === undefined ? 2 ** 31 - 1 : parseNumberCursor(input.cursor)
  const [rows, next] = await Promise.all([
    db.$queryRaw<ReleaseRow[]>`
      ${releases} WHERE r.project_id = ${actor.project.id}::uuid AND r.number < ${before}
      ORDER BY r.number DESC LIMIT ${limit + 1}`,
    nextRelease(actor),
  ])
  const items = rows.slice(0, limit).map(releaseView)
  return { items, nextCursor: rows.length > limit ? String(items.at(-1)!.number) : null, next }
}

type NextRelease = { approved: number; added: number; changed: number; removed: number; waiting: number }

async function nextRelease(actor: ProjectActor): Promise<NextRelease> {
  const project = sql`${actor.project.id}::uuid`
  const [next] = await db.$queryRaw<NextRelease[]>`
    WITH now_approved AS (${approvedVersions(actor.project.id)}),
    last AS (
      SELECT v.artifact_id, i.version_id FROM release_item i JOIN version v ON v.id = i.version_id
      WHERE i.release_id = (SELECT id FROM release WHERE project_id = ${project} ORDER BY number DESC LIMIT 1))
    SELECT count(n.version_id)::int AS approved,
      count(*) FILTER (WHERE l.version_id IS NULL)::int AS added,
      count(*) FILTER (WHERE n.version_id <> l.version_id)::int AS changed,
      count(*) FILTER (WHERE n.version_id IS NULL)::int AS removed,
      (SELECT count(*)::int FROM draft WHERE project_id = ${project} AND state = 'waiting' AND kind = ANY(${kept})) AS waiting
    FROM now_approved n FULL JOIN last l ON l.artifact_id = n.artifact_id`
  return next!
}

/** One release with what it froze. */
export async function readRelease(actor: ProjectActor, input: { number: number }): Promise<ReleaseWithItems> {
  const [release] = await db.$queryRaw<ReleaseRow[]>`
    ${releases} WHERE r.project_id = ${actor.project.id}::uuid AND r.number = ${input.number}`
  if (!release)
    throw new AppError('not_found', `There is no release ${input.number} in this project.`, {
      reason: 'release-unknown',
      params: { release: input.number },
    })
  const items = await db.$queryRaw<
    (Omit<ReleaseWithItems['items'][number], 'approvedAt' | 'title'> & {
      approvedAt: Date
      content: unknown
    })[]
  >`
    SELECT a.id AS "artifactId", a.kind, a.key, a.corpus_id AS "corpusId", c.name AS "corpusName", v.id AS "versionId",
      v.number AS "versionNumber", v.content, i.content_hash AS "contentHash", p.name AS "approvedBy", d.created_at AS "approvedAt"
    FROM release_item i JOIN version v ON v.id = i.version_id JOIN artifact a ON a.id = v.artifact_id
      JOIN decision d ON d.id = i.decision_id JOIN "user" p ON p.id = d.reviewer_id
      LEFT JOIN corpus c ON c.id = a.corpus_id
    WHERE i.release_id = ${release.id}::uuid ORDER BY a.key, a.id`
  return {
    ...releaseView(release),
    items: items.map(({ content, ...item }) => ({
      ...item,
      title: shortened({
        kind: item.kind,
        content: findKind(item.kind).content.parse(content),
      } as SomeContent).title,
      approvedAt: item.approvedAt.toISOString(),
    })),
  }
}

export type ReleasedContent<Kind extends ArtifactKind> = {
  artifactId: string
  corpusId: string | null
  key: string
  content: ContentOf<Kind>
  versionId: string
  contentHash: string
  decisionId: string
  /** A stable pseudonym of the person who approved this text. */
  decidedBy: string
}

/**
 * What a release holds of one kind, in an order that depends on nothing but it. This is the only way by which text reaches
 * composition: it leads through the release's item to the approval of a person and, by the hash, to what was approved.
 */
export async function releasedContents<Kind extends ArtifactKind>(
  releaseId: string,
  kind: Kind,
): Promise<ReleasedContent<Kind>[]> {
  const rows = await db.$queryRaw<(Omit<ReleasedContent<Kind>, 'content'> & { content: unknown })[]>`
    SELECT a.id AS "artifactId", a.corpus_id AS "corpusId", a.key, v.content, v.id AS "versionId",
      v.content_hash AS "contentHash", d.id AS "decisionId", d.reviewer_id AS "decidedBy"
    FROM release_item i
    JOIN decision d ON d.id = i.decision_id AND d.version_id = i.version_id AND d.content_hash = i.content_hash
      AND d.verdict = 'approve' AND d.reviewer_kind = 'person'
    JOIN version v ON v.id = d.version_id AND v.content_hash = d.content_hash
    JOIN artifact a ON a.id = v.artifact_id AND a.kind = ${kind}
    WHERE i.release_id = ${releaseId}::uuid
    ORDER BY a.corpus_id, a.key COLLATE "C", a.id`
  const { content } = findKind(kind)
  return rows.map((row) => ({
    ...row,
    content: content.parse(row.content),
    decidedBy: pseudonymOf(row.decidedBy),
  }))
}

export type ReleasedGuideline = Omit<ReleasedContent<'guideline'>, 'key'> & { label: string }

/** The guidelines of a release, by their labels. */
export async function releaseGuidelines(releaseId: string): Promise<ReleasedGuideline[]> {
  const released = await releasedContents(releaseId, 'guideline')
  return released.map(({ key: label, ...one }) => ({ ...one, label }))
}

function pseudonymOf(userId: string): string {
  return `reviewer-${sha256(userId).slice(0, 8)}`
}
