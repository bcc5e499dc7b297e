import { type GuidelineContent, guidelineContentSchema } from '@/lib/artifacts/kinds/guideline/content'
import type { ArtifactKind, DraftState } from '@/lib/artifacts/model'
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

/** The library's artifacts by label. Its approved text is searched and shown; for other states the newest text is. */
export async function listLibrary(
  actor: ProjectActor,
  input: {
    cursor?: string
    limit?: number
    q?: string
    state?: LibraryState
    corpus?: string
    kind?: ArtifactKind
  },
): Promise<Page<LibraryItem>> {
  const { limit = 50, state = 'approved' } = input
  const shown = state === 'approved' ? sql`approved.content` : sql`newest.content`
  const where = [
    ...(input.cursor ? [afterCursor(input.cursor)] : []),
    ...(input.corpus ? [sql`a.corpus_id = ${input.corpus}::uuid`] : []),
    ...(input.kind ? [sql`a.kind = ${input.kind}`] : []),
    ...(state === 'approved' ? [sql`approved.id IS NOT NULL AND a.retired_at IS NULL`] : []),
    ...(state === 'waiting' || state === 'rejected' ? [sql`newest.state = ${state}`] : []),
    ...(input.q?.trim() ? [says(shown, input.q.trim())] : []),
  ]
  const found = await libraryItems(actor, { where, shown, limit: limit + 1 })
  const items = found.slice(0, limit)
  return { items, nextCursor: found.length > limit ? cursorOf(items.at(-1)!) : null }
}

/** Does label or text hold these characters, whatever their case? Substrings, so that Chinese is found too. */
function says(content: Fragment, q: string) {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(a.key ILIKE ${pattern} OR EXISTS (
    SELECT 1 FROM jsonb_array_elements_text(jsonb_build_array(${content}->'definition')
      || (${content}->'includes') || (${content}->'excludes') || (${content}->'typical')
      || COALESCE(${content}->'questions', '[]'::jsonb)) AS line
    WHERE line ILIKE ${pattern}))`
}

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

type ItemRow = Omit<LibraryItem, 'decidedAt' | 'releases' | 'state'> & {
  state: DraftState
  decidedAt: Date | null
}

async function libraryItems(
  actor: ProjectActor,
  { where, shown, limit }: { where: Fragment[]; shown: Fragment; limit: number },
): Promise<LibraryItem[]> {
  const rows = await db.$queryRaw<ItemRow[]>`
    SELECT a.id AS "artifactId", a.kind, a.key, a.corpus_id AS "corpusId", c.name AS "corpusName", newest.state,
      approved.id AS "versionId", approved.number AS "versionNumber", approved.by AS "decidedBy",
      approved.at AS "decidedAt", left(${shown}->>'definition', 240) AS excerpt
    FROM artifact a LEFT JOIN corpus c ON c.id = a.corpus_id
    CROSS JOIN LATERAL (
      SELECT w.state, v.content FROM version v JOIN draft w ON w.version_id = v.id
      WHERE v.artifact_id = a.id ORDER BY w.state = 'superseded', v.number DESC LIMIT 1) newest
    LEFT JOIN LATERAL (
      SELECT v.id, v.number, v.content, p.name AS by, d.created_at AS at
      FROM version v JOIN decision d ON d.version_id = v.id AND d.verdict = 'approve' AND ${stands}
        JOIN "user" p ON p.id = d.reviewer_id
      WHERE v.artifact_id = a.id ORDER BY v.number DESC, d.number LIMIT 1) approved ON true
    WHERE ${joinSql([sql`a.project_id = ${actor.project.id}::uuid`, ...where], ' AND ')}
    ORDER BY a.key, a.id LIMIT ${limit}`
  const releases = await releasesOf(rows.map((row) => row.artifactId))
  return rows.map((row) => ({
    ...row,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    releases: releases.get(row.artifactId) ?? [],
  }))
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
    throw new AppError('not_found', 'There is no such guideline in this project.', {
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
      (SELECT count(*)::int FROM draft WHERE project_id = ${project} AND state = 'waiting') AS waiting
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
    (Omit<ReleaseWithItems['items'][number], 'approvedAt'> & { approvedAt: Date })[]
  >`
    SELECT a.id AS "artifactId", a.key, c.name AS "corpusName", v.id AS "versionId", v.number AS "versionNumber",
      i.content_hash AS "contentHash", p.name AS "approvedBy", d.created_at AS "approvedAt"
    FROM release_item i JOIN version v ON v.id = i.version_id JOIN artifact a ON a.id = v.artifact_id
      JOIN decision d ON d.id = i.decision_id JOIN "user" p ON p.id = d.reviewer_id
      LEFT JOIN corpus c ON c.id = a.corpus_id
    WHERE i.release_id = ${release.id}::uuid ORDER BY a.key, a.id`
  return {
    ...releaseView(release),
    items: items.map((item) => ({ ...item, approvedAt: item.approvedAt.toISOString() })),
  }
}

export type ReleasedGuideline = {
  artifactId: string
  corpusId: string | null
  label: string
  content: GuidelineContent
  versionId: string
  contentHash: string
  decisionId: string
  /** A stable pseudonym of the person who approved this text. */
  decidedBy: string
}

/**
 * The guidelines of a release, in an order that depends on nothing but them. This is the only way by which text reaches
 * composition: it leads through the release's item to the approval of a person and, by the hash, to what was approved.
 */
export async function releaseGuidelines(releaseId: string): Promise<ReleasedGuideline[]> {
  const rows = await db.$queryRaw<(Omit<ReleasedGuideline, 'content'> & { content: unknown })[]>`
    SELECT a.id AS "artifactId", a.corpus_id AS "corpusId", a.key AS label, v.content, v.id AS "versionId",
      v.content_hash AS "contentHash", d.id AS "decisionId", d.reviewer_id AS "decidedBy"
    FROM release_item i
    JOIN decision d ON d.id = i.decision_id AND d.version_id = i.version_id AND d.content_hash = i.content_hash
      AND d.verdict = 'approve' AND d.reviewer_kind = 'person'
    JOIN version v ON v.id = d.version_id AND v.content_hash = d.content_hash
    JOIN artifact a ON a.id = v.artifact_id AND a.kind = 'guideline'
    WHERE i.release_id = ${releaseId}::uuid
    ORDER BY a.corpus_id, a.key COLLATE "C", a.id`
  return rows.map((row) => ({
    ...row,
    content: guidelineContentSchema.parse(row.content),
    decidedBy: pseudonymOf(row.decidedBy),
  }))
}

function pseudonymOf(userId: string): string {
  return `reviewer-${sha256(userId).slice(0, 8)}`
}
