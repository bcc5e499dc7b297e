import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { type ArtifactKind, type ContentOf, libraryKinds, type SomeContent } from '@/lib/artifacts/model'
import { listTitle } from '@/lib/library/list-title'
import type { ReleaseView, ReleaseWithItems } from '@/lib/library/releases/schema'
import { approvedVersions } from '@/lib/library/releases/select-approved'
import { parseNumberCursor } from '@/lib/platform/cursor'
import { db, sql } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { sha256 } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'

const kept = sql`${[...libraryKinds]}::text[]`

type Page<Item> = { items: Item[]; nextCursor: string | null }

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
      title: listTitle({
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
 * What a release holds of one kind, or those of its versions that are named, in an order that depends on nothing but it. This is the only way by which text reaches
 * composition: it leads through the release's item to the approval of a person and, by the hash, to what was approved.
 */
export async function releasedContents<Kind extends ArtifactKind>(
  releaseId: string,
  kind: Kind,
  versions?: readonly string[],
): Promise<ReleasedContent<Kind>[]> {
  const rows = await db.$queryRaw<(Omit<ReleasedContent<Kind>, 'content'> & { content: unknown })[]>`
    SELECT a.id AS "artifactId", a.corpus_id AS "corpusId", a.key, v.content, v.id AS "versionId",
      v.content_hash AS "contentHash", d.id AS "decisionId", d.reviewer_id AS "decidedBy"
    FROM release_item i
    JOIN decision d ON d.id = i.decision_id AND d.version_id = i.version_id AND d.content_hash = i.content_hash
      AND d.verdict = 'approve' AND d.reviewer_kind = 'person'
    JOIN version v ON v.id = d.version_id AND v.content_hash = d.content_hash
    JOIN artifact a ON a.id = v.artifact_id AND a.kind = ${kind}
    WHERE i.release_id = ${releaseId}::uuid ${versions ? sql`AND v.id = ANY(${[...versions]}::uuid[])` : sql``}
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

/** What an account is called outside of its project. */
export function pseudonymOf(userId: string): string {
  return `reviewer-${sha256(userId).slice(0, 8)}`
}
